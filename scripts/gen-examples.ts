import { join } from "node:path";
import { readLintRuleCases, readRuleCases } from "./case-files.ts";
import { fragmentYaml } from "./fragment-yaml.ts";
import type { Generated } from "./generated-files.ts";
import { rulesFolder } from "./paths.ts";

/** The examples of rules as the command line explains them, from their cases. */
export function exampleFiles(): Generated {
  const entries = readLintRuleCases().map(({ rule, cases }) => {
    const shown = (["bad", "good"] as const).flatMap((docs) => {
      const each = cases.find((candidate) => candidate.docs === docs);
      return each ? [`    ${docs}: ${JSON.stringify(fragmentYaml(each.api))},`] : [];
    });
    return [`  ${JSON.stringify(rule.id)}: {`, ...shown, "  },"].join("\n");
  });
  const changes = readRuleCases().map(({ rule, cases }) => {
    const shown = (["bad", "good"] as const).flatMap((docs) => {
      const each = cases.find((candidate) => candidate.docs === docs);
      if (each === undefined) return [];
      const [base, head] = [each.base, each.head].map((side) => JSON.stringify(fragmentYaml(side)));
      return [`    ${docs}: { base: ${base}, head: ${head} },`];
    });
    return [`  ${JSON.stringify(rule.id)}: {`, ...shown, "  },"].join("\n");
  });
  const text = [
    "// Generated from the cases of the rules by `pnpm generate`. Do not edit.",
    "",
    "/** A part of a description that a lint rule reports, and one that it does not, in YAML. */",
    "export interface LintExample {",
    "  readonly bad?: string;",
    "  readonly good?: string;",
    "}",
    "",
    "/** Examples by id of their rule. */",
    "export const lintExamples: Readonly<Record<string, LintExample>> = {",
    ...entries,
    "};",
    "",
    "/** Parts of both revisions of a change that a diff rule reports, and of one that it does not, in YAML. */",
    "export interface ChangeExample {",
    "  readonly bad?: { readonly base: string; readonly head: string };",
    "  readonly good?: { readonly base: string; readonly head: string };",
    "}",
    "",
    "/** Examples of changes by id of their rule. */",
    "export const changeExamples: Readonly<Record<string, ChangeExample>> = {",
    ...changes,
    "};",
    "",
  ].join("\n");
  return { files: { [join(rulesFolder, "examples.gen.ts")]: text } };
}
