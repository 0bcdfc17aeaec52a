import { plainLines } from "../base/plain-text.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import type { GateReport, Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { exitCodeOf } from "../policy/verdict.ts";
import { escapeMarkdown, inlineCode } from "./escape.ts";
import { acceptedTexts, changeTexts, gateText } from "./policy-texts.ts";
import type { ReportContext, Review } from "./report.ts";
import {
  affectedText,
  consumersText,
  fixText,
  operationText,
  placeText,
  shortFingerprint,
  sortByWeight,
  unusedText,
  versionText,
  witnessText,
} from "./texts.ts";

/** How much of a contract is shown. */
interface Detail {
  /** The kinds of sections that are there. */
  readonly sections: readonly SectionName[];
  /** Findings of one kind that are listed before the rest is counted. */
  readonly most: number;
  /** Breaking changes without operations, witness and fix. */
  readonly brief?: boolean;
  /** Contracts that are shown; one line stands for the rest. */
  readonly contracts?: number;
}

const SECTIONS = ["problems", "breaking", "lint", "others", "settled"] as const;
type SectionName = (typeof SECTIONS)[number];
const SECTION_TITLES: Readonly<Record<SectionName, string>> = {
  problems: "problems in the description",
  breaking: "breaking changes",
  lint: "lint findings",
  others: "other changes",
  settled: "what is not counted",
};

/** All there is, but for endless lists. */
export const FULL: Detail = { sections: SECTIONS, most: 50 };

/** What is given up, step by step, where there is not room for all; the verdict stays. */
const SHEDDING: readonly Detail[] = [
  FULL,
  { ...FULL, sections: ["problems", "breaking", "lint", "others"] },
  { ...FULL, sections: ["problems", "breaking", "lint"] },
  { sections: ["problems", "breaking", "lint"], most: 15 },
  { sections: ["problems", "breaking"], most: 25 },
  { sections: ["problems", "breaking"], most: 10 },
  { sections: ["problems", "breaking"], most: 10, brief: true },
  { sections: ["breaking"], most: 3, brief: true },
  { sections: [], most: 0 },
  { sections: [], most: 0, contracts: 50 },
  { sections: [], most: 0, contracts: 5 },
];

const MOST_OPERATIONS = 5;
/** Characters of a text out of a description that are shown. */
const LONGEST_TEXT = 800;

const MARKS = { pass: "✅", fail: "❌", error: "❌" } as const;

/** The whole comment: as much as there is room for, and a word on what is left out. */
export function renderComment(
  outcomes: readonly Outcome[],
  context: ReportContext,
  review: Review,
  gate: GateReport | undefined,
): string {
  const ranked = outcomes
    .map((outcome) => ({ outcome, passes: exitCodeOf([outcome], review.failOn) === 0 }))
    .toSorted((a, b) => Number(a.passes) - Number(b.passes));
  for (const detail of SHEDDING) {
    const text = plainLines(commentText(ranked, context, review, gate, detail));
    if (Buffer.byteLength(text) <= review.mostBytes) return text;
  }
  return `## ${MARKS[review.result]} API contracts: ${review.result}\n\n_The comment is too long to show more. \`concordat check\` prints all of it._\n`;
}

interface Ranked {
  readonly outcome: Outcome;
  readonly passes: boolean;
}

function commentText(
  ranked: readonly Ranked[],
  context: ReportContext,
  review: Review,
  gate: GateReport | undefined,
  detail: Detail,
): string {
  const [first] = ranked;
  const facts = [...approvalText(ranked, review), ...policyText(gate), ...notesText(review)];
  const left = leftOut(ranked, detail);
  if (first && ranked.length === 1 && review.result !== "error") {
    const passes = review.result === "pass";
    const body = contractText(first.outcome, context, detail, passes, 2, facts);
    return `${[body, ...left].join("\n\n")}\n`;
  }
  const shown = ranked.slice(0, detail.contracts);
  // Where only verdicts are shown, the table shows them.
  const bodies =
    detail.sections.length === 0
      ? []
      : shown.map(({ outcome, passes }) => contractText(outcome, context, detail, passes, 3));
  return `${[headline(ranked, review), ...facts, ...tableOf(shown), ...bodies, ...left].join("\n\n")}\n`;
}

function headline(ranked: readonly Ranked[], { result, approval }: Review): string {
  const failing = ranked.filter(({ passes }) => !passes).length;
  if (result === "error") return `## ${MARKS.error} API contracts: not all could be judged`;
  if (ranked.length === 0) return `## ${MARKS[result]} API contracts: there is nothing to judge`;
  const approved = result === "pass" && failing > 0 && approval?.approved ? ", by approval" : "";
  const text = failing === 0 || approved ? `${ranked.length} pass${approved}` : `${failing} of ${ranked.length} fail`;
  return `## ${MARKS[result]} API contracts: ${text}`;
}

function approvalText(ranked: readonly Ranked[], { approval }: Review): string[] {
  const breaks = ranked.some(({ outcome }) => breaksOf(outcome).length > 0);
  const changes = ranked.some(({ outcome }) => outcome.sections.proposed !== undefined);
  if (approval === undefined || !(breaks || changes)) return [];
  const label = inlineCode(approval.label);
  if (approval.approved)
    return [`Approved by the label ${label}${approval.by ? `, set by ${code(approval.by)}` : ""}.`];
  return ranked.every(({ passes }) => passes)
    ? []
    : [
        `Not approved. The label ${label} approves ${[...(breaks ? ["breaking changes"] : []), ...(changes ? ["changes of the policy"] : [])].join(" and ")}.`,
      ];
}

/** Whose policy it was, and what head changes of it: never folded, never left out. */
export function policyText(gate: GateReport | undefined): string[] {
  if (gate === undefined) return [];
  const note = gateText(gate);
  const changes = changeTexts(gate);
  return [
    ...(note === undefined ? [] : [text(note)]),
    ...(changes === undefined
      ? []
      : [[`**${text(changes.title)}**`, "", ...changes.lines.map((line) => `- ${text(line)}`)].join("\n")]),
  ];
}

/** What is accepted for the first time, likewise. */
function acceptedText(outcome: Outcome): string[] {
  const lines = acceptedTexts(outcome);
  if (lines.length === 0) return [];
  return [["**Accepted in this pull request**", "", ...lines.map((line) => `- ${text(line)}`)].join("\n")];
}

function notesText({ notes }: Review): string[] {
  return notes.length === 0 ? [] : [notes.map((note) => `- ${text(note)}`).join("\n")];
}

function tableOf(ranked: readonly Ranked[]): string[] {
  if (ranked.length === 0) return [];
  const rows = ranked.map(({ outcome, passes }) => {
    const { verdict } = outcome;
    const breaking = breaksOf(outcome).length;
    const lint = openOf(outcome).filter(isLint).length;
    // In a table a bar ends a cell, in code as well.
    const name = inlineCode(clipped(outcome.contract ?? outcome.head.source)).replaceAll("|", "\\|");
    return `| ${passes ? MARKS.pass : MARKS.fail} ${name} | ${verdict.requiredBump} | ${verdict.declaredBump} | ${breaking} | ${lint} |`;
  });
  const head = ["| Contract | Required bump | Declared | Breaking | Lint |", "| --- | --- | --- | --- | --- |"];
  return [[...head, ...rows].join("\n")];
}

/** One contract: its verdict, what breaks, lint findings, and the rest folded. */
export function contractText(
  outcome: Outcome,
  context: ReportContext,
  detail: Detail,
  passes: boolean,
  level: 2 | 3,
  facts: readonly string[] = [],
): string {
  const { verdict, rulings, against } = outcome;
  // What lint said of base already is no change, and nothing new.
  const hurt = consumersText(rulings);
  const nothing = against !== "new" && rulings.every((ruling) => isLint(ruling) && ruling.standing !== "open");
  return [
    `${"#".repeat(level)} ${passes ? MARKS.pass : MARKS.fail} ${text(versionText(outcome))}`,
    ...(against === "base"
      ? [
          `Required bump: **${verdict.requiredBump}** · declared: **${verdict.declaredBump}**${outcome.compatibility ? ` · compatibility: **${outcome.compatibility}**` : ""}`,
        ]
      : []),
    ...(hurt === undefined ? [] : [text(`${hurt.charAt(0).toUpperCase()}${hurt.slice(1)}.`)]),
    ...acceptedText(outcome),
    ...facts,
    ...(against === "new" ? ["New contract: there is nothing to compare it with."] : []),
    ...(nothing ? [against === "base" ? "No change that concerns consumers." : "No findings."] : []),
    ...detail.sections.flatMap((name) => sectionText(name, outcome, context, detail, level + 1)),
  ].join("\n\n");
}

function sectionText(
  name: SectionName,
  outcome: Outcome,
  { rules }: ReportContext,
  { most, brief }: Detail,
  level: number,
): string[] {
  const found = sectionsOf(outcome);
  const list = <T>(items: readonly T[], itemOf: (item: T) => string) => limited(items, most, itemOf);
  const open = (title: string, text: string) => (text === "" ? [] : [`${"#".repeat(level)} ${title}`, text]);
  const count = found[name].length;
  switch (name) {
    case "problems":
      return open("Problems in the description", list(found.problems, problemItem));
    case "breaking":
      return open(
        `Breaking changes (${count})`,
        list(found.breaking, (ruling) => (brief ? otherItem(ruling) : breakingItem(ruling, rules))),
      );
    case "lint":
      return open(`Lint findings (${count})`, list(found.lint, lintItem));
    case "others":
      return folded(`Other changes (${count})`, list(found.others, otherItem));
    case "settled":
      return folded(
        `Not counted (${count})`,
        list(found.settled, (ruling) => settledItem(ruling)),
      );
    default:
      return name satisfies never;
  }
}

function sectionsOf(outcome: Outcome) {
  const open = openOf(outcome);
  const breaking = breaksOf(outcome);
  const lint = open.filter((ruling) => isLint(ruling) && !breaking.includes(ruling));
  return {
    problems: outcome.problems,
    breaking,
    lint,
    others: open.filter((ruling) => !breaking.includes(ruling) && !lint.includes(ruling)),
    settled: outcome.rulings.filter(({ standing }) => standing !== "open"),
  };
}

function openOf({ rulings }: Outcome): Ruling[] {
  return sortByWeight(rulings.filter(({ standing }) => standing === "open"));
}

function breaksOf(outcome: Outcome): Ruling[] {
  return openOf(outcome).filter(({ impact, audience }) => impact === "major" && audience === "wire");
}

/** What does not count, and why; a removal with the evidence that lets it pass. */
function settledItem(ruling: Ruling): string {
  const evidence = unusedText(ruling);
  return evidence === undefined ? `${otherItem(ruling)} — ${ruling.standing}` : `- ${text(evidence)}`;
}

function isLint({ rule }: Ruling): boolean {
  return isOfFamily("lint", rule);
}

function folded(title: string, items: string): string[] {
  return items === "" ? [] : [`<details>\n<summary>${title}</summary>\n\n${items}\n\n</details>`];
}

function limited<T>(items: readonly T[], most: number, itemOf: (item: T) => string): string {
  const more = items.length > most ? [`- and ${items.length - most} more`] : [];
  return [...items.slice(0, most).map(itemOf), ...more].join("\n");
}

/** What a step of shedding leaves out of what there is. */
function leftOut(ranked: readonly Ranked[], { sections, most, brief, contracts }: Detail): string[] {
  const all = ranked.map(({ outcome }) => sectionsOf(outcome));
  const missing = SECTIONS.filter((name) => !sections.includes(name) && all.some((found) => found[name].length > 0));
  const parts = [
    ...missing.map((name) => SECTION_TITLES[name]),
    ...(brief && !missing.includes("breaking") ? ["witnesses and fixes"] : []),
    ...(most < FULL.most && sections.length > 0 ? ["the ends of long lists"] : []),
    ...(contracts !== undefined && ranked.length > contracts ? [`${ranked.length - contracts} contracts`] : []),
  ];
  return parts.length === 0
    ? []
    : [`_Left out because the comment is too long: ${parts.join(", ")}. \`concordat check\` prints all of it._`];
}

function breakingItem(ruling: Ruling, rules: ReportContext["rules"]): string {
  const witness = witnessText(ruling);
  const hurt = affectedText(ruling);
  const fix = fixText(ruling, rules);
  const place = placeText(ruling);
  const more = ruling.operations.length - MOST_OPERATIONS;
  const operations = ruling.operations
    .slice(0, MOST_OPERATIONS)
    .map((reach) => code(operationText(reach)))
    .join(", ");
  return [
    `- **${text(ruling.message)}**`,
    `  ${code(ruling.subject)} ${place ? code(place) : ""}`,
    ...(operations ? [`  Reaches ${operations}${more > 0 ? ` and ${more} more` : ""}`] : []),
    ...(hurt === undefined ? [] : [`  Hurts ${code(hurt)}`]),
    ...(witness ? [`  Witness: ${code(witness)}`] : []),
    ...(fix ? [`  Fix: ${text(fix)}`] : []),
    `  <sub>${code(ruling.rule)} · ${code(shortFingerprint(ruling.fingerprint))}</sub>`,
  ].join("  \n");
}

function lintItem({ severity, message, subject, rule, members, head, fingerprint }: Ruling): string {
  const place = head ? ` ${code(`${head.file}:${head.line}`)}` : "";
  const what = members ? "" : ` ${code(subject)}`;
  return `- ${severity}: ${text(message)}${what}${place} <sub>${code(rule)} · ${code(shortFingerprint(fingerprint))}</sub>`;
}

function otherItem({ message, subject, rule, severity }: Ruling): string {
  const what = subject === "" ? "" : ` ${code(subject)}`;
  return `- ${text(message)}${what} <sub>${code(rule)} · ${severity}</sub>`;
}

function problemItem({ severity, message, file, line }: RuledProblem): string {
  const place = [file, line].filter((part) => part !== undefined).join(":");
  return `- ${severity}: ${text(message)}${place ? ` ${code(place)}` : ""}`;
}

/** Text of ours with names in backticks: they become code, and the rest stays text. */
function text(of: string): string {
  return escapeMarkdown(clipped(of));
}

function code(of: string): string {
  return inlineCode(clipped(of));
}

/** A text of bounded length. */
function clipped(of: string): string {
  return of.length > LONGEST_TEXT ? `${of.slice(0, LONGEST_TEXT - 1)}…` : of;
}
