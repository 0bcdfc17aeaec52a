import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rulesFolder } from "./paths.ts";

/** The list of all rules, from the names of their files. */
export function catalogueFiles(): Record<string, string> {
  const names = readdirSync(join(rulesFolder, "diff"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  const variable = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = names.map((name) => `import ${variable(name)} from "./diff/${name}.ts";`);
  const text = [
    "// Generated from the files beside it by `pnpm generate`. Do not edit.",
    'import type { DiffRule } from "@concordat/engine/kit";',
    ...imports,
    "",
    "/** All rules of the diff family, by id. */",
    "export const diffRules: readonly DiffRule[] = [",
    ...names.map((name) => `  ${variable(name)},`),
    "];",
    "",
  ].join("\n");
  return { [join(rulesFolder, "catalogue.gen.ts")]: text };
}
