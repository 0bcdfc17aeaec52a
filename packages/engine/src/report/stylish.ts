import { styleText } from "node:util";
import { oneLine, plainLines } from "../base/plain-text.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import type { CheckOutcome, GateReport, Outcome } from "../outcome.ts";
import type { Score } from "../overview/score.ts";
import type { Ruling } from "../policy/ruling.ts";
import { counts, exitCodeOf } from "../policy/verdict.ts";
import { answerText } from "./answer-text.ts";
import { groupByPlace } from "./grouping.ts";
import { type Kinds, kindsOf } from "./kinds.ts";
import { indented, type Layout, labelled, type Paint } from "./layout.ts";
import { acceptedTexts, changeTexts, gateText, settingsText } from "./policy-texts.ts";
import { outcomesOf, type ReportContext, type Reporter, type ReportInput } from "./report.ts";
import { briefLines, type FindingView, findingLines, operationsText, problemLines } from "./stylish-finding.ts";
import {
  ALL_USED,
  consumersText,
  countOf,
  fixText,
  shortFingerprint,
  sortByWeight,
  unusedParts,
  unusedText,
  versionText,
} from "./texts.ts";

/** Errors and warnings shown in full, those that get a line each after them, and findings that only inform, before the rest is counted. */
const MOST_FULL = 10;
const MOST_BRIEF = 20;
const MOST_INFOS = 10;
/** Themes that are named beside the score. */
const MOST_THEMES = 3;
/** Lines after which the answer is given once more: the first has scrolled out of sight. */
const LINES_IN_SIGHT = 30;
/** Contracts without anything to tell that are named. */
const MOST_QUIET = 10;

/** How many findings are shown. */
interface Bounds {
  readonly full: number;
  readonly brief: number;
  readonly infos: number;
}

const BOUNDED: Bounds = { full: MOST_FULL, brief: MOST_BRIEF, infos: MOST_INFOS };
const ALL: Bounds = { full: Number.POSITIVE_INFINITY, brief: 0, infos: Number.POSITIVE_INFINITY };

/** For people at a terminal: the answer first, then what counts by operation or schema, and the rest in a line each. */
export const renderStylish: Reporter = (input, context) => {
  const { colour, terminal = {} } = context;
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const layout = { paint, width: terminal.width ?? Number.POSITIVE_INFINITY };
  const outcomes = outcomesOf(input);
  const answer = input.kind === "check" && outcomes.length !== 1 ? [[checkLine(input.outcome, paint)]] : [];
  const gate = input.kind === "check" && input.outcome.gate ? policyLines(input.outcome.gate, layout) : [];
  const quiet = outcomes.length > 1 ? outcomes.filter(isQuiet) : [];
  const blocks = [
    ...answer,
    ...outcomes.filter((each) => !quiet.includes(each)).map((outcome) => outcomeLines(outcome, context, layout)),
    ...quietBlocks(quiet, terminal.all === true ? quiet.length : MOST_QUIET, layout),
    ...(gate.length === 0 ? [] : [gate]),
    hintLines(input, context, layout),
  ].filter((block) => block.length > 0);
  const lines = blocks.flatMap((block, i) => (i === 0 ? block : ["", ...block]));
  const [first = ""] = lines;
  const again = lines.length > LINES_IN_SIGHT ? ["", first] : [];
  return plainLines(`${[...lines, ...again].join("\n")}\n`, { styled: colour });
};

function outcomeLines(outcome: Outcome, context: ReportContext, layout: Layout): string[] {
  const { paint } = layout;
  const { terminal = {}, rules } = context;
  const kinds = kindsOf(outcome);
  const hurt = consumersText(outcome.rulings);
  const { score } = outcome.sections;
  const passes = exitCodeOf([outcome], "error") === 0;
  const name = [versionText(outcome), ...(hurt === undefined ? [] : [hurt])].map(oneLine).join("; ");
  const view: FindingView = { ...layout, verbose: terminal.verbose === true, excerpts: outcome.excerpts ?? {} };
  const blocks = [
    [
      `${passes ? paint("green", "✔") : paint("red", "✘")} ${paint("bold", answerText(outcome))}`,
      ...indented(layout, 2, name, "dim"),
    ],
    acceptedLines(outcome, layout),
    kinds.problems.flatMap((problem) => problemLines(problem, layout)),
    ...findingBlocks(kinds, terminal.all === true ? ALL : BOUNDED, rules, view),
    kinds.warnings.flatMap((problem) => problemLines(problem, layout)),
    settledLines(kinds, layout),
    unusedLines(outcome, layout),
    score && outcome.against === "alone" ? scoreLines(score, paint) : [],
    view.verbose && outcome.sections.settings
      ? indented(layout, 2, oneLine(`policy: ${settingsText(outcome)}`), "dim")
      : [],
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block, i) => (i === 0 ? block : ["", ...block]));
}

/** Whether an outcome passes and has nothing to tell but how it ended. */
function isQuiet(outcome: Outcome): boolean {
  const { problems, warnings, breaking, clients, lint, others, passed } = kindsOf(outcome);
  const told = [problems, warnings, breaking, clients, lint, others, passed].some((list) => list.length > 0);
  const { accepted, unused } = outcome.sections;
  const isPlain = outcome.against !== "alone" && accepted === undefined && unused === undefined;
  return !told && isPlain && exitCodeOf([outcome], "error") === 0;
}

/** Contracts that have nothing to tell, together where they ended alike. */
function quietBlocks(outcomes: readonly Outcome[], most: number, layout: Layout): string[][] {
  const { paint } = layout;
  return [...Map.groupBy(outcomes, answerText)].map(([answer, alike]) => {
    const names = alike.slice(0, most).map((outcome) => oneLine(versionText(outcome)));
    const more = alike.length > most ? [`and ${countOf(alike.length - most, "more contract")}; --all lists them`] : [];
    return [
      `${paint("green", "✔")} ${paint("bold", answer)}`,
      ...[...names, ...more].flatMap((line) => indented(layout, 2, line, "dim")),
      ...settledLines({ passed: [], settled: alike.flatMap((outcome) => kindsOf(outcome).settled) }, layout),
    ];
  });
}

/** Open findings: errors and warnings by operation or schema, then what only informs. */
function findingBlocks(kinds: Kinds, bounds: Bounds, rules: ReportContext["rules"], view: FindingView): string[][] {
  const open = sortByWeight([...kinds.breaking, ...kinds.clients, ...kinds.lint, ...kinds.others]);
  const loud = open.filter(({ severity }) => severity !== "info");
  const infos = open.filter(({ severity }) => severity === "info");
  const brief = loud.slice(bounds.full, bounds.full + bounds.brief);
  const told = new Set<string>();
  const fixOf = (ruling: Ruling): string | undefined => {
    const fix = fixText(ruling, rules);
    // Once for all that it holds for; a rule of lint says it of each of its findings.
    const key = isOfFamily("lint", ruling.rule) ? ruling.rule : fix;
    if (fix === undefined || key === undefined || told.has(key)) return undefined;
    told.add(key);
    return fix;
  };
  const groups = groupByPlace(loud.slice(0, bounds.full)).map(({ title, operations, rulings }) => {
    const reached =
      operations.length === 0 || operations[0] === title
        ? []
        : [view.paint("dim", oneLine(operationsText(operations)))];
    return [
      [view.paint("underline", oneLine(title)), ...reached].join("  "),
      ...rulings.flatMap((ruling, i) => [
        ...(view.verbose && i > 0 ? [""] : []),
        ...findingLines(ruling, fixOf(ruling), view),
      ]),
    ];
  });
  const placed = groupByPlace(infos).flatMap(({ rulings }) => rulings);
  return [
    ...groups,
    briefBlock(brief, loud.length - bounds.full - brief.length, "", view),
    briefBlock(placed.slice(0, bounds.infos), placed.length - bounds.infos, "that only inform", view),
  ];
}

/** Findings in a line each, and how many there are besides. */
function briefBlock(shown: readonly Ruling[], left: number, what: string, view: FindingView): string[] {
  const rest =
    left > 0 ? [view.paint("dim", `  and ${[left, "more", what].filter(Boolean).join(" ")}; --all lists them`)] : [];
  return [...shown.flatMap((ruling) => briefLines(ruling, view)), ...rest];
}

/** What no consumer uses, where that was asked for. */
function unusedLines(outcome: Outcome, layout: Layout): string[] {
  const parts = unusedParts(outcome);
  if (parts === undefined) return [];
  if (parts.length === 0) return [ALL_USED];
  return ["No consumer uses", ...parts.flatMap((part) => indented(layout, 2, part))];
}

/** What does not count: breaks that pass in a line each, the rest as a number. */
function settledLines({ passed, settled }: Pick<Kinds, "passed" | "settled">, layout: Layout): string[] {
  const counted = Map.groupBy(settled, ({ standing }) => standing);
  const texts = [...counted].map(([standing, list]) => `${list.length} ${standing}`);
  return [
    ...passed.flatMap((ruling) => passedLines(ruling, layout)),
    ...(texts.length === 0 ? [] : [layout.paint("dim", `  ${settled.length} not counted: ${texts.join(", ")}`)]),
  ];
}

/** A break that passes, with the evidence for that where calls are counted. */
function passedLines(ruling: Ruling, layout: Layout): string[] {
  const label = { label: `  ${layout.paint("green", "ok   ")} `, columns: 8 };
  return labelled(layout, label, unusedText(ruling) ?? oneLine(`${ruling.message} (${ruling.standing})`));
}

/** What is accepted here for the first time: readers are to see it before they see that it does not count. */
function acceptedLines(outcome: Outcome, layout: Layout): string[] {
  const lines = acceptedTexts(outcome);
  if (lines.length === 0) return [];
  return [
    `  ${layout.paint("yellow", "Accepted here for the first time")}`,
    ...lines.flatMap((line) => indented(layout, 2, `- ${oneLine(line)}`)),
  ];
}

/** Whose policy it was, and what head changes of it. */
function policyLines(gate: GateReport, layout: Layout): string[] {
  const note = gateText(gate);
  const changes = changeTexts(gate);
  return [
    ...(note === undefined ? [] : indented(layout, 2, oneLine(note), "dim")),
    ...(changes === undefined
      ? []
      : [
          ...indented(layout, 2, changes.title, "yellow"),
          ...changes.lines.flatMap((line) => indented(layout, 2, `- ${oneLine(line)}`)),
        ]),
  ];
}

/** What can be done next about the first of the findings that count: commands that work as they stand. */
function hintLines(input: ReportInput, { next, command = "concordat" }: ReportContext, { paint }: Layout): string[] {
  for (const outcome of outcomesOf(input)) {
    const { rulings, verdict, contract } = outcome;
    const demands = ({ fingerprint }: Ruling) => !verdict.pass && verdict.because.includes(fingerprint);
    const first = sortByWeight(rulings).find(
      (ruling) => counts(ruling, "error", verdict.declaredBump) || demands(ruling),
    );
    if (first === undefined) continue;
    const isShort = !verdict.pass && outcome.next !== undefined && contract !== undefined;
    const hints = [
      ...(next && isShort ? [["bump:", next.bump(contract)] as const] : []),
      ...(next ? [["accept:", next.accept(shortFingerprint(first.fingerprint), contract)] as const] : []),
      ["more:", `${command} explain ${first.rule}`] as const,
    ];
    return hints.map(([label, hint]) => `  ${paint("dim", label)}${" ".repeat(8 - label.length)}${oneLine(hint)}`);
  }
  return [];
}

/** The score, the themes that cost it most, and the operations. */
function scoreLines({ total, themes, costliest }: Score, paint: Paint): string[] {
  const weakest = themes.filter(({ score }) => score < 100).toSorted((a, b) => a.score - b.score);
  const named = weakest.slice(0, MOST_THEMES).map(({ theme, score }) => `${theme} ${score}`);
  const [costly] = costliest;
  return [
    `  ${paint("dim", "score:")} ${[`${total} of 100`, ...named].join(", ")}`,
    ...(costly ? [`  ${paint("dim", "costliest:")} ${oneLine(`${costly.method} ${costly.path}`)}`] : []),
  ];
}

function checkLine({ contracts, unchanged = [] }: CheckOutcome, paint: Paint): string {
  if (contracts.length === 0)
    return unchanged.length === 0
      ? "Nothing was judged."
      : `Nothing was judged: no file of ${countOf(unchanged.length, "contract")} changed.`;
  const failed = contracts.filter((outcome) => exitCodeOf([outcome], "error") !== 0);
  const breaks = failed.reduce((sum, outcome) => sum + kindsOf(outcome).breaking.length, 0);
  const text =
    failed.length === 0
      ? `${contracts.length} contracts pass.`
      : `${failed.length} of ${contracts.length} contracts fail${breaks > 0 ? `, with ${countOf(breaks, "breaking change")}` : ""}.`;
  return paint(failed.length === 0 ? "green" : "red", text);
}
