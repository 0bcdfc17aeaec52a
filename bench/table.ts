import type { Budget } from "./budget.ts";
import type { Cost } from "./measure.ts";

/** One figure: a tool in a contest in a round. */
export interface Sample extends Cost {
  readonly round: number;
  readonly contest: string;
  readonly tool: string;
  /** How large the report is that the tool wrote. */
  readonly reportMegabytes: number;
}

/** Under what conditions the figures came about. */
export interface Conditions {
  readonly runs: number;
  readonly node: string;
  readonly cores: number;
}

/** How a rival compares with a tool of ours. */
interface Ratio {
  readonly cpu: number;
  readonly wall: number;
}

/** Medians over all rounds, by contest and tool. */
export interface Medians extends Cost {
  readonly reportMegabytes: number;
  /** Median of the ratios of each round to the first tool; undefined for the first tool itself. */
  readonly ratio: Ratio | undefined;
  /** The same with another tool in the place of the first. */
  ratioTo(tool: string): Ratio;
}

/** A column that stands before the ratios. */
export interface Column {
  readonly title: string;
  cell(contest: string, tool: string, medians: Medians): string;
}

/** What a page tells beside costs and ratios. */
export interface Page {
  readonly title: string;
  /** What a contest is about, as the first column is called. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly budgets: readonly Budget[];
  /** What a ratio is, where it is not what a rival takes. */
  readonly ratios?: string;
  /** Lines between the two tables. */
  readonly notes: readonly string[];
}

/** Units that are counted in whole ones. */
const WHOLE = ["ms", "findings"];

/** All figures as one Markdown page. */
export function renderFigures(
  samples: readonly Sample[],
  { runs, node, cores }: Conditions,
  { title, about, columns, budgets, ratios, notes }: Page,
): string {
  const contests = [...new Set(samples.map(({ contest }) => contest))];
  const rows = contests.flatMap((contest) => {
    const here = samples.filter((sample) => sample.contest === contest);
    const tools = [...new Set(here.map(({ tool }) => tool))];
    return tools.map((tool) => ({
      contest,
      tool,
      medians: mediansOf(here, tool, tools[0] === tool ? undefined : tools[0]),
    }));
  });
  const find = (contest: string, tool: string) =>
    rows.find((row) => row.contest === contest && row.tool === tool)?.medians;
  return [
    `# ${title}`,
    "",
    `Whole processes, one after another: ${runs === 1 ? "one round" : `medians of ${runs} rounds`} on Node ${node}, ${cores} cores.`,
    ratios ?? "A ratio is what a rival takes for what Concordat takes once, in the same round.",
    "",
    `| ${about} | Tool | CPU s | Wall s | Peak MB | ${columns.map((column) => `${column.title} | `).join("")}CPU ratio | Wall ratio |`,
    `|---|---|--:|--:|--:|${columns.map(() => "--:|").join("")}--:|--:|`,
    ...rows.map(({ contest, tool, medians }) => rowOf(contest, tool, medians, columns)),
    "",
    ...notes.flatMap((note) => [note, ""]),
    "| Asked | Measured | Met |",
    "|---|--:|---|",
    ...budgets.flatMap((budget) => budgetRow(budget, find)),
    "",
  ].join("\n");
}

function mediansOf(samples: readonly Sample[], tool: string, first: string | undefined): Medians {
  const own = samples.filter((sample) => sample.tool === tool);
  const of = (key: keyof Cost | "reportMegabytes") => median(own.map((sample) => sample[key]));
  const ratioOf = (key: keyof Cost, to: string) =>
    median(
      own.flatMap((sample) => {
        const ours = samples.find((other) => other.tool === to && other.round === sample.round);
        return ours === undefined ? [] : [sample[key] / ours[key]];
      }),
    );
  const ratioTo = (to: string) => ({ cpu: ratioOf("cpuSeconds", to), wall: ratioOf("wallSeconds", to) });
  return {
    cpuSeconds: of("cpuSeconds"),
    wallSeconds: of("wallSeconds"),
    peakMegabytes: of("peakMegabytes"),
    reportMegabytes: of("reportMegabytes"),
    ratio: first === undefined ? undefined : ratioTo(first),
    ratioTo,
  };
}

/** The middle of a list, or the mean of the two in the middle. */
export function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function rowOf(contest: string, tool: string, medians: Medians, columns: readonly Column[]): string {
  const { cpuSeconds, wallSeconds, peakMegabytes, ratio } = medians;
  const cells = [
    contest,
    tool,
    cpuSeconds.toFixed(2),
    wallSeconds.toFixed(2),
    peakMegabytes.toFixed(0),
    ...columns.map(({ cell }) => cell(contest, tool, medians)),
    ratio ? `${ratio.cpu.toFixed(1)}×` : "",
    ratio ? `${ratio.wall.toFixed(1)}×` : "",
  ];
  return `| ${cells.join(" | ")} |`;
}

function budgetRow(
  { asked, contest, tool, measured, holds, unit }: Budget,
  find: (contest: string, tool: string) => Medians | undefined,
): string[] {
  const medians = find(contest, tool);
  const value = medians && measured(medians);
  // Where a contest is not at hand, nothing is said of it.
  if (value === undefined) return [];
  return [`| ${asked} | ${value.toFixed(WHOLE.includes(unit) ? 0 : 2)} ${unit} | ${holds(value) ? "yes" : "**no**"} |`];
}
