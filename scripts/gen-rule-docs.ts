import { join } from "node:path";
import type { DiffRule } from "../packages/engine/src/kit/index.ts";
import type { Ruling } from "../packages/engine/src/policy/ruling.ts";
import { reachText, witnessText } from "../packages/engine/src/report/texts.ts";
import { type Case, judgeCase } from "../packages/engine/src/testing/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { type RuleCases, readRuleCases } from "./case-files.ts";
import { block, capitalise, DO_NOT_EDIT, settings } from "./docs-parts.ts";
import { fragmentYaml } from "./fragment-yaml.ts";
import type { Generated } from "./generated-files.ts";
import { ruleDocsFolder } from "./paths.ts";
import { ruleIndex } from "./rule-index.ts";

/** A page for each rule, with examples that the engine has judged, and an index of all. */
export async function ruleDocs(): Promise<Generated> {
  const pages = await Promise.all(
    readRuleCases().map(async (entry) => [join(ruleDocsFolder, `${entry.rule.id}.md`), await rulePage(entry)] as const),
  );
  const index = [join(ruleDocsFolder, "README.md"), ruleIndex(catalogue, DO_NOT_EDIT)] as const;
  return { files: Object.fromEntries([index, ...pages]), owns: "docs/rules/diff/*.md" };
}

async function rulePage({ rule, cases }: RuleCases): Promise<string> {
  const examples = await Promise.all(
    (["bad", "good"] as const).flatMap((docs) => {
      const each = cases.find((candidate) => candidate.docs === docs);
      return each ? [example(rule, each)] : [];
    }),
  );
  return `${[head(rule), ...examples, settings(rule)].join("\n\n")}\n`;
}

function head(rule: DiffRule): string {
  const { id, summary, severity, impact, audience, direction, preset, why, fix, source, mirror } = rule;
  const dials = [severity, impact, audience, direction ?? "both"];
  return [
    `# ${id}\n\n${DO_NOT_EDIT}`,
    summary,
    `| Severity | Impact | Audience | Direction |\n| --- | --- | --- | --- |\n| ${dials.join(" | ")} |`,
    ...(preset === "strict" ? ["**Preset.** Only `strict` enables this rule, because it is new."] : []),
    `**Why.** ${why}`,
    `**Fix.** ${fix}`,
    ...(source === undefined ? [] : [`**Source.** ${source}`]),
    `**Mirror.** ${mirrorText(id, mirror)}`,
  ].join("\n\n");
}

function mirrorText(id: string, mirror: DiffRule["mirror"]): string {
  if (typeof mirror !== "string") return `None: ${mirror.none}.`;
  return mirror === id ? "This rule also reports the reverse change." : `${linkTo(mirror)} reports the reverse change.`;
}

async function example(rule: DiffRule, each: Case): Promise<string> {
  const { rulings } = await judgeCase(each, catalogue);
  const mine = rulings.filter((ruling) => ruling.rule === rule.id);
  const others = [...new Set(rulings.map((ruling) => ruling.rule).filter((id) => id !== rule.id))];
  const title = each.docs === "bad" ? "Example: reported" : "Example: not reported";
  return [
    `## ${title}\n\n${capitalise(each.name)}.${each.note === undefined ? "" : ` ${each.note}`}`,
    ...(each.policy ? [`With this policy:\n\n${block("yaml", fragmentYaml({ policy: each.policy }))}`] : []),
    `Base:\n\n${block("yaml", fragmentYaml(each.base))}`,
    `Head:\n\n${block("yaml", fragmentYaml(each.head))}`,
    ...(mine.length > 0 ? [block("text", mine.map(findingText).join("\n\n"))] : []),
    ...(others.length > 0 ? [`Other rules that report this pair: ${others.map(linkTo).join(", ")}.`] : []),
  ].join("\n\n");
}

function findingText(ruling: Ruling): string {
  const reach = reachText(ruling.operations);
  const witness = witnessText(ruling);
  return [
    `${ruling.severity}  ${ruling.message}`,
    `  subject  ${ruling.subject}`,
    ...(reach ? [`  reaches  ${reach}`] : []),
    ...(witness ? [`  witness  ${witness}`] : []),
  ].join("\n");
}

function linkTo(id: string): string {
  return `[\`${id}\`](${fileOf(id)})`;
}

function fileOf(id: string): string {
  return `${id.slice(id.indexOf("/") + 1)}.md`;
}
