import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rulesFolder } from "./paths.ts";

/** The list of all rules: those that have a file, by its name, and those of the table of facets. */
export function catalogueFiles(): Record<string, string> {
  const [diff, lint, pact] = [filesOf("diff"), filesOf("lint"), filesOf("pact")];
  const text = [
    "// Generated from the files beside it by `pnpm generate`. Do not edit.",
    'import type { DiffRule, LintRule, PactRule } from "@concordat/engine/kit";',
    ...diff.map(({ variable, path }) => `import ${variable} from "${path}";`),
    'import { facetRules } from "./facets/facet-rules.ts";',
    ...[...lint, ...pact].map(({ variable, path }) => `import ${variable} from "${path}";`),
    "",
    "/** All rules of the diff family, by id. */",
    "export const diffRules: readonly DiffRule[] = [",
    "  ...facetRules,",
    ...diff.map(({ variable }) => `  ${variable},`),
    "].sort((a, b) => (a.id < b.id ? -1 : 1));",
    "",
    "/** All rules of the lint family, by id. */",
    "export const lintRules: readonly LintRule[] = [",
    ...lint.map(({ variable }) => `  ${variable},`),
    "];",
    "",
    "/** All rules of the pact family, by id. */",
    "export const pactRules: readonly PactRule[] = [",
    ...pact.map(({ variable }) => `  ${variable},`),
    "];",
    "",
  ].join("\n");
  return { [join(rulesFolder, "catalogue.gen.ts")]: text };
}

/** The families whose rules have files of their own. */
type Family = "diff" | "lint" | "pact";

/** What a case file is called behind the name of its rule. */
export const CASES = ".cases.yaml";

/** Names of the rules of a family that have a file of their own, as files are listed. */
export function ruleNames(family: Family): string[] {
  return namesBefore(".ts", family);
}

/** Names of the rules of a family that have a case file, which each rule has to have. */
export function caseFileNames(family: Family): string[] {
  return namesBefore(CASES, family);
}

function namesBefore(ending: string, family: Family): string[] {
  return readdirSync(join(rulesFolder, family))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

function filesOf(family: Family): { readonly variable: string; readonly path: string }[] {
  const variable = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return ruleNames(family).map((name) => ({ variable: variable(`${family}-${name}`), path: `./${family}/${name}.ts` }));
}
