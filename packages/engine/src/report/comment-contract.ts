import type { Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { bumpText, countsText } from "./answer-text.ts";
import { breakingItem, briefItem, lintItem, passedItem, problemItem } from "./comment-items.ts";
import { code, type Detail, folded, listOf, type SectionName, text } from "./comment-parts.ts";
import { escapeHtml } from "./escape.ts";
import { operationsOf } from "./grouping.ts";
import { type Kinds, kindsOf } from "./kinds.ts";
import { acceptedTexts, settingsText } from "./policy-texts.ts";
import type { ReportContext } from "./report.ts";
import { ALL_USED, consumersText, countOf, hurtBy, shortFingerprint, unusedParts, versionText } from "./texts.ts";

/** Breaking changes that are listed; more are grouped by what they are, and folded. */
const MOST_LISTED = 10;

/** How a contract stands in a comment. */
interface Frame {
  readonly mark: string;
  readonly level: 2 | 3;
  /** Who approved what breaks, or how it can be accepted. */
  readonly approval?: string;
  /** What else is to be said of the run, a part each. */
  readonly facts?: readonly string[];
}

/** Whether a contract has more to tell than additions. */
export function contractHasBody(outcome: Outcome): boolean {
  const { problems, warnings, breaking, clients, lint, passed } = kindsOf(outcome);
  const told = [problems, warnings, breaking, clients, lint, passed].some((list) => list.length > 0);
  return told || outcome.sections.accepted !== undefined;
}

/** One contract: how much breaks and where, the versions, what breaks, lint findings, and the rest folded. */
export function contractText(
  outcome: Outcome,
  context: ReportContext,
  detail: Detail,
  { mark, level, approval = "", facts = [] }: Frame,
): string {
  const kinds = kindsOf(outcome);
  const { contract, base, head } = outcome;
  const name = contract ?? head.source;
  return [
    `${"#".repeat(level)} ${mark} ${text(name)}: ${countsText(outcome, kinds, whereText(kinds))}`,
    [...summaryOf(outcome, kinds, context), approval].filter((sentence) => sentence !== "").join(" "),
    ...acceptedText(outcome),
    ...facts,
    ...detail.sections.flatMap((section) => sectionText(section, kinds, outcome, context, detail, level + 1)),
    ...unusedSection(outcome, detail, level + 1),
    ...(outcome.sections.settings ? [`<sub>Policy: ${text(settingsText(outcome))}.</sub>`] : []),
    ...(contract === undefined && base !== null ? [`<sub>${text(versionText(outcome))}</sub>`] : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Where the breaking changes are: in one operation, or in how many. */
function whereText({ breaking }: Kinds): string {
  const names = operationsOf(breaking.flatMap(({ operations }) => operations));
  const [first] = names;
  if (first === undefined) return "";
  return names.length === 1 ? `, in ${code(first)}` : `, in ${names.length} operations`;
}

/** The versions, whom it hurts, and how a finding can be accepted, a sentence each. */
function summaryOf(outcome: Outcome, { breaking }: Kinds, { next, review }: ReportContext): string[] {
  const bump = bumpText(outcome, (version, matters) => (matters ? `**${text(version)}**` : text(version)));
  const hurt = consumersText(outcome.rulings);
  const [first] = breaking;
  const accept =
    first && !outcome.verdict.pass && !review?.approval
      ? next?.accept(shortFingerprint(first.fingerprint), outcome.contract)
      : undefined;
  return [
    outcome.against === "new" ? "New contract: there is nothing to compare it with." : sentence(bump),
    ...(outcome.compatibility ? [`Judged with compatibility: **${outcome.compatibility}**.`] : []),
    ...(hurt === undefined ? [] : [text(sentence(hurt))]),
    ...(accept === undefined ? [] : [`To accept ${breaking.length === 1 ? "it" : "the first"}: ${code(accept)}`]),
  ];
}

function sentence(of: string): string {
  return of === "" ? "" : `${of.charAt(0).toUpperCase()}${of.slice(1)}.`;
}

/** What is accepted for the first time: never folded, never left out. */
function acceptedText(outcome: Outcome): string[] {
  const lines = acceptedTexts(outcome);
  if (lines.length === 0) return [];
  return [["**Accepted in this pull request**", "", ...lines.map((line) => `- ${text(line)}`)].join("\n")];
}

function sectionText(
  name: SectionName,
  kinds: Kinds,
  outcome: Outcome,
  context: ReportContext,
  detail: Detail,
  level: number,
): string[] {
  const { most } = detail;
  const open = (title: string, body: string) => (body === "" ? [] : [`${"#".repeat(level)} ${title}`, body]);
  const list = <T>(items: readonly T[], itemOf: (item: T) => string) => listOf(items, most, itemOf);
  switch (name) {
    case "problems":
      return open(
        "Problems in the description",
        list(kinds.problems, (problem) => problemItem(problem, context)),
      );
    case "breaking":
      return breakingText(kinds.breaking, context, detail, level);
    case "consumers":
      return open("Consumers", consumersList(outcome, most));
    case "clients":
      return open(
        `Generated clients (${kinds.clients.length})`,
        list(kinds.clients, (each) => briefItem(each, context)),
      );
    case "lint": {
      const title = outcome.against === "alone" ? "Findings" : "Lint findings";
      return open(
        `${title} (${kinds.lint.length})`,
        list(kinds.lint, (each) => lintItem(each, context)),
      );
    }
    case "warnings":
      return folded(
        `Warnings about the description (${kinds.warnings.length})`,
        list(kinds.warnings, (problem) => problemItem(problem, context)),
      );
    case "others":
      return folded(
        `Other changes (${kinds.others.length})`,
        list(kinds.others, (each) => briefItem(each, context)),
      );
    case "passed":
      return folded(
        `Breaks that pass (${kinds.passed.length})`,
        list(kinds.passed, (each) => passedItem(each, context)),
      );
    case "settled":
      return settledText(kinds.settled);
    default:
      return name satisfies never;
  }
}

/** What breaks: a list, or, of many, a folded list for each kind of change. */
function breakingText(
  breaking: readonly Ruling[],
  context: ReportContext,
  { most, brief }: Detail,
  level: number,
): string[] {
  const listed = (rulings: readonly Ruling[]) => {
    const told = new Set<string>();
    return listOf(rulings, most, (each) => (brief ? briefItem(each, context) : breakingItem(each, context, told)));
  };
  if (breaking.length === 0) return [];
  const title = `${"#".repeat(level)} Breaking changes (${breaking.length})`;
  if (breaking.length <= MOST_LISTED) return [title, listed(breaking)];
  const groups = [...Map.groupBy(breaking, ({ rule }) => rule)].toSorted(([, a], [, b]) => b.length - a.length);
  const parts = groups.flatMap(([rule, rulings]) => {
    const what = context.rules.get(rule)?.summary.replace(/\.$/, "") ?? rule;
    const operations = operationsOf(rulings.flatMap((ruling) => ruling.operations)).length;
    const where = operations === 0 ? "" : `, in ${countOf(operations, "operation")}`;
    return folded(`${rulings.length} × ${escapeHtml(what)}${where}`, listed(rulings));
  });
  return [title, ...parts];
}

/** The consumers that are hurt, in which interaction, and those that are not. */
function consumersList({ rulings }: Outcome, most: number): string {
  const hurt = hurtBy(rulings);
  if (hurt === undefined || hurt.affected.length + hurt.unknown.length === 0) return "";
  const shown = rulings.flatMap(({ consumers, operations }) =>
    (consumers?.shown ?? []).map(({ consumer, interaction }) => ({ consumer, interaction, operations })),
  );
  const affected = listOf(hurt.affected, most, (name) => {
    const [first] = shown.filter(({ consumer }) => consumer === name);
    const [operation] = first ? operationsOf(first.operations) : [];
    const where = first ? ` in ${code(first.interaction)}${operation ? ` (${code(operation)})` : ""}` : "";
    return `- ${code(name)} breaks${where}`;
  });
  const named = (what: string, names: readonly string[]) => {
    const more = names.length > most ? ` and ${names.length - most} more` : "";
    return names.length === 0 ? "" : `- ${what}: ${names.slice(0, most).map(code).join(", ")}${more}`;
  };
  const parts = [affected, named("May break", hurt.unknown), named("Not affected", hurt.unaffected)];
  return parts.filter((part) => part !== "").join("\n");
}

/** What no consumer uses, where that was asked for. */
function unusedSection(outcome: Outcome, { most }: Detail, level: number): string[] {
  const parts = unusedParts(outcome);
  if (parts === undefined) return [];
  if (parts.length === 0) return [ALL_USED];
  return [`${"#".repeat(level)} No consumer uses (${parts.length})`, listOf(parts, most, (part) => `- ${code(part)}`)];
}

/** What base had already or somebody has accepted, in a line. */
function settledText(settled: readonly Ruling[]): string[] {
  const counted = Map.groupBy(settled, ({ standing }) => standing);
  const parts = [...counted].map(([standing, list]) => `${list.length} ${standing}`);
  return parts.length === 0 ? [] : [`Not counted: ${parts.join(", ")}.`];
}
