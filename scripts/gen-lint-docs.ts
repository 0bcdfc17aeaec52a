import { join } from "node:path";
import type { RawFinding } from "../packages/engine/src/finding/finding.ts";
import type { FixKind, LintRule } from "../packages/engine/src/kit/index.ts";
import { judgeLintCase, type LintCase } from "../packages/engine/src/testing/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { type LintRuleCases, readLintRuleCases } from "./case-files.ts";
import { block, capitalise, DO_NOT_EDIT, settings } from "./docs-parts.ts";
import { fragmentYaml } from "./fragment-yaml.ts";
import type { Generated } from "./generated-files.ts";
import { ruleDocsFolder } from "./paths.ts";

/** A page for each lint rule, with examples that the rule has judged. */
export async function lintDocs(): Promise<Generated> {
  const pages = await Promise.all(
    readLintRuleCases().map(
      async (entry) => [join(ruleDocsFolder, `${entry.rule.id}.md`), await rulePage(entry)] as const,
    ),
  );
  return { files: Object.fromEntries(pages), owns: "docs/rules/lint/*.md" };
}

async function rulePage({ rule, cases }: LintRuleCases): Promise<string> {
  const examples = await Promise.all(
    (["bad", "good"] as const).flatMap((docs) => {
      const each = cases.find((candidate) => candidate.docs === docs);
      return each ? [example(rule, each)] : [];
    }),
  );
  return `${[head(rule), ...examples, settings(rule)].join("\n\n")}\n`;
}

/** What applies the edits of a rule, by what they say. */
const AUTOMATIC: Readonly<Record<FixKind, (id: string) => string>> = {
  restates: () => "`concordat lint --fix` applies it where the description says already what is missing.",
  promises: () => "`concordat lint --fix=promises` declares it. Review it: the server has to behave accordingly.",
  removes: (id) => `\`concordat lint --fix-only ${id}\` removes it.`,
};

function head({ id, summary, severity, theme, audience = "wire", why, fix, fixes, ...rule }: LintRule): string {
  const { exceptions, source } = rule;
  const presets = Object.entries(catalogue.presets).filter(([, severities]) => severities.get(id) !== "off");
  const dials = [severity, theme, audience, presets.map(([name]) => name).join(", ")];
  return [
    `# ${id}\n\n${DO_NOT_EDIT}`,
    summary,
    `| Severity | Theme | Audience | Presets |\n| --- | --- | --- | --- |\n| ${dials.join(" | ")} |`,
    `**Why.** ${why}`,
    `**Fix.** ${fix}`,
    ...(fixes ? [`**Automatic fix.** ${AUTOMATIC[fixes](id)}`] : []),
    `**Exceptions.** ${exceptions}`,
    `**Source.** ${source}`,
  ].join("\n\n");
}

async function example(rule: LintRule, each: LintCase): Promise<string> {
  const findings = await judgeLintCase(each, [rule]);
  const title = each.docs === "bad" ? "Example: reported" : "Example: not reported";
  return [
    `## ${title}\n\n${capitalise(each.name)}.${each.note === undefined ? "" : ` ${each.note}`}`,
    ...(each.options
      ? [`With these options:\n\n${block("yaml", fragmentYaml({ lint: { options: each.options } }))}`]
      : []),
    block("yaml", fragmentYaml(each.api)),
    ...(findings.length > 0 ? [block("text", findings.map(findingText).join("\n\n"))] : []),
  ].join("\n\n");
}

function findingText({ severity, message, subject }: RawFinding): string {
  return `${severity}  ${message}\n  subject  ${subject}`;
}
