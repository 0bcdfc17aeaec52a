import { join } from "node:path";
import { readLintRuleCases } from "./case-files.ts";
import { fragmentYaml } from "./fragment-yaml.ts";
import type { Generated } from "./generated-files.ts";
import { rulesFolder } from "./paths.ts";

/** The examples of lint rules as the command line explains them, from their cases. */
export function exampleFiles(): Generated {
  const entries = readLintRuleCases().map(({ rule, cases }) => {
    const shown = (["bad", "good"] as const).flatMap((docs) => {
      const each = cases.find((candidate) => candidate.docs === docs);
      return each ? [`    ${docs}: ${JSON.stringify(fragmentYaml(each.api))},`] : [];
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
  ].join("\n");
  return { files: { [join(rulesFolder, "examples.gen.ts")]: text } };
}
