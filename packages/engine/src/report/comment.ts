import { plainLines } from "../base/plain-text.ts";
import type { GateReport, Outcome } from "../outcome.ts";
import { exitCodeOf } from "../policy/verdict.ts";
import { contractHasBody, contractText } from "./comment-contract.ts";
import { code, DETAIL, type Detail, SECTION_TITLES, SECTIONS, text } from "./comment-parts.ts";
import { kindsOf } from "./kinds.ts";
import { changeTexts, gateText } from "./policy-texts.ts";
import type { ReportContext, Review } from "./report.ts";
import { countOf } from "./texts.ts";

/** What is given up, step by step, where there is not room for all; the verdict stays. */
const SHEDDING: readonly Detail[] = [
  DETAIL,
  { ...DETAIL, sections: ["problems", "breaking", "consumers", "clients", "lint", "warnings", "others"] },
  { ...DETAIL, sections: ["problems", "breaking", "consumers", "clients", "lint"] },
  { sections: ["problems", "breaking", "consumers", "clients", "lint"], most: 15 },
  { sections: ["problems", "breaking", "consumers"], most: 25 },
  { sections: ["problems", "breaking", "consumers"], most: 10 },
  { sections: ["problems", "breaking"], most: 10, brief: true },
  { sections: ["breaking"], most: 3, brief: true },
  { sections: [], most: 0 },
  { sections: [], most: 0, contracts: 50 },
  { sections: [], most: 0, contracts: 5 },
];

/** Contracts of which those with additions alone are told in full. */
const FEW_CONTRACTS = 5;

const MARKS = { pass: "✅", fail: "❌", error: "❌" } as const;

/** The whole comment: as much as there is room for, and a word on what is left out. */
export function renderComment(
  outcomes: readonly Outcome[],
  context: ReportContext,
  review: Review,
  gate: GateReport | undefined,
): string {
  const ranked = outcomes
    .map((outcome) => ({ outcome: asStored(outcome), passes: exitCodeOf([outcome], review.failOn) === 0 }))
    .toSorted((a, b) => Number(a.passes) - Number(b.passes));
  for (const detail of SHEDDING) {
    const comment = plainLines(commentText(ranked, context, review, gate, detail));
    if (Buffer.byteLength(comment) <= review.mostBytes) return comment;
  }
  return `## ${MARKS[review.result]} API contracts: ${review.result}\n\n_The comment is too long to show more. \`concordat check\` prints all of it._\n`;
}

/** What a stored report has of an outcome: whoever comments from one writes the same. */
function asStored(outcome: Outcome): Outcome {
  return { ...outcome, rulings: outcome.rulings.map((ruling) => ({ ...ruling, address: undefined })) };
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
  const approval = approvalText(ranked, review);
  const facts = [...policyText(gate), ...notesText(review)];
  const left = leftOut(ranked, detail);
  if (first && ranked.length === 1 && review.result !== "error") {
    const mark = MARKS[review.result];
    const body = contractText(first.outcome, context, detail, { mark, level: 2, approval, facts });
    return `${[body, ...left].join("\n\n")}\n`;
  }
  const shown = ranked.slice(0, detail.contracts);
  // Where only verdicts are shown, the table shows them.
  const told = detail.sections.length === 0 ? [] : shown.filter((each) => isTold(each, ranked.length));
  const bodies = told.map(({ outcome, passes }) => {
    return contractText(outcome, context, detail, { mark: passes ? MARKS.pass : MARKS.fail, level: 3 });
  });
  const parts = [
    headline(ranked, review),
    ...(approval ? [approval] : []),
    ...facts,
    ...tableOf(shown),
    ...bodies,
    ...left,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Of many contracts, those that pass with additions alone stand in the table only; so does one without any change. */
function isTold({ outcome, passes }: Ranked, count: number): boolean {
  const isFew = count <= FEW_CONTRACTS && (outcome.against === "new" || kindsOf(outcome).others.length > 0);
  return !passes || isFew || contractHasBody(outcome);
}

function headline(ranked: readonly Ranked[], { result, approval }: Review): string {
  const failing = ranked.filter(({ passes }) => !passes);
  if (result === "error") return `## ${MARKS.error} API contracts: not all could be judged`;
  if (ranked.length === 0) return `## ${MARKS[result]} API contracts: there is nothing to judge`;
  const approved = result === "pass" && failing.length > 0 && approval?.approved ? ", by approval" : "";
  const breaks = failing.reduce((sum, { outcome }) => sum + kindsOf(outcome).breaking.length, 0);
  const much = breaks > 0 ? `, with ${countOf(breaks, "breaking change")}` : "";
  const counted =
    failing.length === 0 || approved
      ? `${ranked.length} pass${approved}`
      : `${failing.length} of ${ranked.length} fail${much}`;
  return `## ${MARKS[result]} API contracts: ${counted}`;
}

/** Who approved what breaks, or how it can be accepted; empty where nothing is to be approved. */
function approvalText(ranked: readonly Ranked[], { approval }: Review): string {
  const breaks = ranked.flatMap(({ outcome }) => kindsOf(outcome).breaking);
  const changes = ranked.some(({ outcome }) => outcome.sections.proposed !== undefined);
  if (approval === undefined || !(breaks.length > 0 || changes)) return "";
  const label = code(approval.label);
  if (approval.approved) return `Approved by the label ${label}${approval.by ? `, set by ${code(approval.by)}` : ""}.`;
  if (ranked.every(({ passes }) => passes)) return "";
  const [first] = ranked;
  const version = ranked.length === 1 && first?.outcome.next ? `, or declare ${text(first.outcome.next)}` : "";
  const what = [
    ...(breaks.length > 0 ? [breaks.length === 1 ? "the breaking change" : "the breaking changes"] : []),
    ...(changes ? ["the changes of the policy"] : []),
  ].join(" and ");
  return `To accept ${what}: set the label ${label}${breaks.length > 0 ? version : ""}.`;
}

/** Whose policy it was, and what head changes of it: never folded, never left out. */
function policyText(gate: GateReport | undefined): string[] {
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

function notesText({ notes }: Review): string[] {
  return notes.length === 0 ? [] : [notes.map((note) => `- ${text(note)}`).join("\n")];
}

/** One row for each contract: what breaks, and the versions. */
function tableOf(ranked: readonly Ranked[]): string[] {
  if (ranked.length === 0) return [];
  const rows = ranked.map(({ outcome, passes }) => {
    const { breaking, lint, others, clients } = kindsOf(outcome);
    const { contract, head, against, verdict, sections } = outcome;
    // In a table a bar ends a cell, in code as well.
    const cell = (of: string) => code(of).replaceAll("|", "\\|");
    const name = cell(contract ?? head.source);
    const needs = verdict.requiredBump === "none" ? "–" : outcome.next ? cell(outcome.next) : verdict.requiredBump;
    const versions = against === "new" ? ["new", cell(head.version ?? "–")] : [needs, cell(head.version ?? "–")];
    const off = sections.turnedOff === undefined ? "" : ` (${sections.turnedOff} turned off)`;
    // What was not compared has no changes, and not none.
    const changes = (count: number) => (count === 0 && against !== "base" ? "–" : String(count));
    const cells = [changes(breaking.length) + off, ...versions, lint.length, changes(clients.length + others.length)];
    return `| ${passes ? MARKS.pass : MARKS.fail} ${name} | ${cells.join(" | ")} |`;
  });
  const head = [
    "| Contract | Breaking changes | Needs | Declares | Lint findings | Other changes |",
    "| --- | --- | --- | --- | --- | --- |",
  ];
  return [[...head, ...rows].join("\n")];
}

/** What a step of shedding leaves out of what there is. */
function leftOut(ranked: readonly Ranked[], { sections, most, brief, contracts }: Detail): string[] {
  const all = ranked.map(({ outcome }) => kindsOf(outcome));
  const has = (name: (typeof SECTIONS)[number]) => name !== "consumers" && all.some((kinds) => kinds[name].length > 0);
  const missing = SECTIONS.filter((name) => !sections.includes(name) && has(name));
  const parts = [
    ...missing.map((name) => SECTION_TITLES[name]),
    ...(brief && !missing.includes("breaking") ? ["witnesses and fixes"] : []),
    ...(most < DETAIL.most && sections.length > 0 ? ["the ends of long lists"] : []),
    ...(contracts !== undefined && ranked.length > contracts ? [`${ranked.length - contracts} contracts`] : []),
  ];
  return parts.length === 0
    ? []
    : [`_Left out because the comment is too long: ${parts.join(", ")}. \`concordat check\` prints all of it._`];
}
