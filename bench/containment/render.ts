import type { Mode } from "../../packages/containment/src/internal.ts";
import { rivals } from "../install.ts";
import type { Answered } from "./changes.ts";
import type { Tally } from "./labelled.ts";

/** What was measured, and under what conditions. */
export interface Figures {
  readonly node: string;
  readonly cores: number;
  readonly labelled: Labelled | Skipped;
  readonly answered: readonly Answered[];
  /** Sources in which no named schema changed. */
  readonly unchanged: readonly string[];
}

/** How the tools did on the labelled pairs. */
interface Labelled {
  readonly tallies: readonly Tally[];
  readonly leftOut: number;
  readonly limitSeconds: number;
}

interface Skipped {
  readonly skipped: string;
}

const MOST_LISTED = 20;
const SLOW_MS = 200;
const MOST_UNDECIDED = 0.02;
const MOST_P95_MS = 50;

/** All figures as one Markdown page. */
export function renderFigures({ node, cores, labelled, answered, unchanged }: Figures): string {
  return [
    "# Containment",
    "",
    `One run on Node ${node}, ${cores} cores.`,
    "",
    "## Labelled pairs",
    "",
    ...("skipped" in labelled ? [`Skipped: ${labelled.skipped}`] : labelledLines(labelled)),
    "",
    "## Real changes",
    "",
    ...(answered.length === 0
      ? ["Skipped: neither `@octokit/openapi` nor `../shared/corpus` is there."]
      : changeLines(answered, unchanged)),
    "",
  ].join("\n");
}

function labelledLines({ tallies, leftOut, limitSeconds }: Labelled): string[] {
  const [{ contained, others }] = tallies as readonly [Tally];
  const [yes, no] = [contained.proven + contained.missed, others.refuted + others.unsound + others.open];
  return [
    `Other people's labels, in strict reading: ${yes} pairs are contained, ${no} are not; the ${leftOut} labels argued in`,
    "`test/containment-labels.yaml` are left out for all tools. *Missed*: contained, and not called so. *Unsound*: not",
    "contained, and called so. *Open*: not contained, and neither refuted nor called contained. Errors and timeouts are also",
    `counted as missed or open. Each tool is asked one pair after another, for ${limitSeconds} s at most, in a process of its own`,
    "that is now and then started anew; its CPU is that of the questions, without starts.",
    "",
    "| Tool | Proven | Missed | Refuted | Unsound | Open | Errors | Timeouts | CPU s |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...tallies.map((tally) =>
      row(
        [tally.tool, rivals()[tally.tool]].filter(Boolean).join(" "),
        tally.contained.proven,
        tally.contained.missed,
        tally.others.refuted,
        tally.others.unsound,
        tally.others.open,
        tally.errors,
        tally.timeouts,
        tally.cpuSeconds.toFixed(1),
      ),
    ),
  ];
}

function changeLines(answered: readonly Answered[], unchanged: readonly string[]): string[] {
  const readings = [...new Set(answered.map(({ reading }) => reading))];
  const undecided = answered.filter(({ verdict }) => verdict.kind === "undecided");
  const slow = answered.filter(({ decidedMs }) => decidedMs > SLOW_MS).toSorted((a, b) => b.decidedMs - a.decidedMs);
  return [
    "Schemas of one name that do not mean the same in two revisions, asked in both directions. A refusal counts with a witness",
    "that two validators confirm; else it is undecided. Times are of one question alone, after reading and lowering.",
    "",
    "| Reading | Source | Questions | Contained | Refuted | Undecided | % | p50 ms | p95 ms | Max ms | p95 ms, confirmed |",
    "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...readings.flatMap((reading) => readingRows(reading, answered)),
    "",
    ...(unchanged.length === 0 ? [] : [`None changed in: ${unchanged.join(", ")}.`, ""]),
    "| Asked | Measured | Met |",
    "|---|--:|---|",
    ...readings.flatMap((reading) => targetRows(reading, answered)),
    "",
    ...listLines("Undecided", undecided, ({ verdict }) => (verdict.kind === "undecided" ? verdict.reason : "")),
    "",
    ...listLines(`Slower than ${SLOW_MS} ms`, slow, ({ decidedMs }) => `${decidedMs.toFixed(0)} ms`),
  ];
}

function readingRows(reading: Mode["extras"], answered: readonly Answered[]): string[] {
  const mine = answered.filter((each) => each.reading === reading);
  const sources = [...new Set(mine.map(({ source }) => source))];
  return [
    ...sources.map((name) =>
      sourceRow(
        reading,
        name,
        mine.filter(({ source }) => source === name),
      ),
    ),
    sourceRow(reading, "**all**", mine),
  ];
}

function sourceRow(reading: string, source: string, answered: readonly Answered[]): string {
  const count = (kind: string) => answered.filter(({ verdict }) => verdict.kind === kind).length;
  const decided = answered.map(({ decidedMs }) => decidedMs);
  return row(
    reading,
    source,
    answered.length,
    count("contained"),
    count("refuted"),
    count("undecided"),
    percent(shareUndecided(answered)),
    ...[0.5, 0.95, 1].map((share) => percentile(decided, share).toFixed(1)),
    percentile(
      answered.map(({ confirmedMs }) => confirmedMs),
      0.95,
    ).toFixed(1),
  );
}

function targetRows(reading: string, answered: readonly Answered[]): string[] {
  const mine = answered.filter((each) => each.reading === reading);
  const share = shareUndecided(mine);
  const p95 = percentile(
    mine.map(({ decidedMs }) => decidedMs),
    0.95,
  );
  const met = (yes: boolean) => (yes ? "yes" : "**no**");
  return [
    row(`${reading}: undecided at most ${MOST_UNDECIDED * 100} %`, `${percent(share)} %`, met(share <= MOST_UNDECIDED)),
    row(`${reading}: p95 at most ${MOST_P95_MS} ms`, `${p95.toFixed(1)} ms`, met(p95 <= MOST_P95_MS)),
  ];
}

function listLines(title: string, list: readonly Answered[], say: (each: Answered) => string): string[] {
  const listed = list
    .slice(0, MOST_LISTED)
    .map((each) => `- ${each.source}, ${each.reading}: \`${each.name}\` ${each.direction}: ${say(each)}`);
  const more = list.length > MOST_LISTED ? [`- and ${list.length - MOST_LISTED} more`] : [];
  return [`### ${title}: ${list.length}`, "", ...(list.length === 0 ? ["None."] : [...listed, ...more])];
}

function shareUndecided(answered: readonly Answered[]): number {
  return answered.filter(({ verdict }) => verdict.kind === "undecided").length / answered.length;
}

/** The least value that a share of the list does not exceed. */
function percentile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
