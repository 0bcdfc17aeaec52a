import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rulesFolder } from "./paths.ts";

/** The list of all rules, from the names of their files. */
export function catalogueFiles(): Record<string, string> {
  const [diff, lint] = [filesOf("diff"), filesOf("lint")];
  const text = [
    "// Generated from the files beside it by `pnpm generate`. Do not edit.",
    'import type { DiffRule, LintRule } from "@concordat/engine/kit";',
    ...[...diff, ...lint].map(({ variable, path }) => `import ${variable} from "${path}";`),
    "",
    "/** All rules of the diff family, by id. */",
    "export const diffRules: readonly DiffRule[] = [",
    ...diff.map(({ variable }) => `  ${variable},`),
    "];",
    "",
    "/** All rules of the lint family, by id. */",
    "export const lintRules: readonly LintRule[] = [",
    ...lint.map(({ variable }) => `  ${variable},`),
    "];",
    "",
  ].join("\n");
  return { [join(rulesFolder, "catalogue.gen.ts")]: text };
}

/** Names of the rules of a family, as files are listed. */
export function ruleNames(family: "diff" | "lint"): string[] {
  return readdirSync(join(rulesFolder, family))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

function filesOf(family: "diff" | "lint"): { readonly variable: string; readonly path: string }[] {
  const variable = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return ruleNames(family).map((name) => ({ variable: variable(`${family}-${name}`), path: `./${family}/${name}.ts` }));
}
