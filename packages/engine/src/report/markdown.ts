import type { Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { escapeMarkdown, inlineCode } from "./escape.ts";
import { outcomesOf, type ReportContext, type Reporter } from "./report.ts";
import { operationText, placeText, sortByWeight, versionText, witnessText } from "./texts.ts";

/** Findings of one kind that a report lists before it counts the rest. */
const MOST_LISTED = 50;
const MOST_OPERATIONS = 5;

/** For pull requests and summaries: the verdict first, then what breaks with witness and fix, the rest folded. */
export const renderMarkdown: Reporter = (input, context) =>
  `${outcomesOf(input)
    .map((outcome) => renderOutcome(outcome, context))
    .join("\n\n---\n\n")}\n`;

function renderOutcome(outcome: Outcome, context: ReportContext): string {
  const { verdict, problems, rulings, against } = outcome;
  const open = sortByWeight(rulings.filter(({ standing }) => standing === "open"));
  const breaking = open.filter(({ impact, audience }) => impact === "major" && audience === "wire");
  const lint = open.filter(({ rule }) => rule.startsWith("lint/"));
  const others = open.filter((ruling) => !breaking.includes(ruling) && !lint.includes(ruling));
  const settled = rulings.filter(({ standing }) => standing !== "open");
  return [
    `## ${verdict.pass ? "✅" : "❌"} ${escapeMarkdown(versionText(outcome))}`,
    ...(against === "base"
      ? [`Required bump: **${verdict.requiredBump}** · declared: **${verdict.declaredBump}**`]
      : []),
    ...(against === "new" ? ["New contract: there is nothing to compare it with."] : []),
    ...(against !== "new" && rulings.length === 0
      ? [against === "base" ? "No change that concerns consumers." : "Nothing to find fault with."]
      : []),
    ...section("Problems in the description", problems.map(problemItem)),
    ...section(
      `Breaking changes (${breaking.length})`,
      limited(breaking.map((ruling) => breakingItem(ruling, context))),
    ),
    ...section(`What the description lacks (${lint.length})`, limited(lint.map(lintItem))),
    ...folded(`Other changes (${others.length})`, limited(others.map(otherItem))),
    ...folded(
      `Not counted (${settled.length})`,
      limited(settled.map((ruling) => `${otherItem(ruling)} — ${ruling.standing}`)),
    ),
  ].join("\n\n");
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`### ${title}`, items.join("\n")];
}

function folded(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`<details>\n<summary>${title}</summary>\n\n${items.join("\n")}\n\n</details>`];
}

function limited(items: readonly string[]): string[] {
  return items.length <= MOST_LISTED
    ? [...items]
    : [...items.slice(0, MOST_LISTED), `- and ${items.length - MOST_LISTED} more`];
}

function breakingItem(ruling: Ruling, { rules }: ReportContext): string {
  const witness = witnessText(ruling);
  const fix = rules.get(ruling.rule)?.fix;
  const more = ruling.operations.length - MOST_OPERATIONS;
  const operations = ruling.operations
    .slice(0, MOST_OPERATIONS)
    .map((reach) => inlineCode(operationText(reach)))
    .join(", ");
  return [
    `- **${escapeMarkdown(ruling.message)}**`,
    `  ${inlineCode(ruling.subject)} ${placeLink(ruling)}`,
    ...(operations ? [`  Reaches ${operations}${more > 0 ? ` and ${more} more` : ""}`] : []),
    ...(witness ? [`  Witness: ${inlineCode(witness)}`] : []),
    ...(fix ? [`  Fix: ${escapeMarkdown(fix)}`] : []),
    `  <sub>${inlineCode(ruling.rule)}</sub>`,
  ].join("  \n");
}

function lintItem({ severity, message, subject, rule, members, head }: Ruling): string {
  const place = head ? ` ${inlineCode(`${head.file}:${head.line}`)}` : "";
  const what = members ? "" : ` ${inlineCode(subject)}`;
  return `- ${severity}: ${escapeMarkdown(message)}${what}${place} <sub>${inlineCode(rule)}</sub>`;
}

function otherItem(ruling: Ruling): string {
  return `- ${escapeMarkdown(ruling.message)} ${inlineCode(ruling.subject)} <sub>${inlineCode(ruling.rule)} · ${ruling.severity}</sub>`;
}

function problemItem({ severity, message, file, line }: RuledProblem): string {
  const place = [file, line].filter((part) => part !== undefined).join(":");
  return `- ${severity}: ${escapeMarkdown(message)}${place ? ` ${inlineCode(place)}` : ""}`;
}

function placeLink(ruling: Ruling): string {
  const place = placeText(ruling);
  return place ? inlineCode(place) : "";
}
