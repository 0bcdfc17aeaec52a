import { type Budget, budgets } from "./budgets.ts";
import type { Cost } from "./measure.ts";

/** One figure: a tool on a pair in a round. */
export interface Sample extends Cost {
  readonly round: number;
  readonly contest: string;
  readonly tool: string;
  /** How large the report is that the tool wrote; undefined where it wrote none worth telling. */
  readonly reportMegabytes: number | undefined;
}

/** Under what conditions the figures came about. */
export interface Conditions {
  readonly runs: number;
  readonly node: string;
  readonly cores: number;
}

/** How a rival compares with the first tool of its pair. */
export interface Ratio {
  readonly cpu: number;
  readonly wall: number;
}

/** Medians over all rounds, by pair and tool. */
export interface Medians extends Cost {
  readonly reportMegabytes: number | undefined;
  /** Median of the ratios of each round; undefined for the first tool itself. */
  readonly ratio: Ratio | undefined;
}

/** All figures as one Markdown page. */
export function renderFigures(samples: readonly Sample[], { runs, node, cores }: Conditions): string {
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
    "# Figures",
    "",
    `Whole processes, one after another: ${runs === 1 ? "one round" : `medians of ${runs} rounds`} on Node ${node}, ${cores} cores.`,
    "A ratio is what a rival takes for what Concordat takes once, in the same round.",
    "",
    "| Pair | Tool | CPU s | Wall s | Peak MB | Report MB | CPU ratio | Wall ratio |",
    "|---|---|--:|--:|--:|--:|--:|--:|",
    ...rows.map(({ contest, tool, medians }) => rowOf(contest, tool, medians)),
    "",
    "| Asked | Measured | Met |",
    "|---|--:|---|",
    ...budgets.flatMap((budget) => budgetRow(budget, find)),
    "",
  ].join("\n");
}

function mediansOf(samples: readonly Sample[], tool: string, first: string | undefined): Medians {
  const own = samples.filter((sample) => sample.tool === tool);
  const of = (key: keyof Cost) => median(own.map((sample) => sample[key]));
  const ratioOf = (key: keyof Cost) =>
    median(
      own.flatMap((sample) => {
        const ours = samples.find((other) => other.tool === first && other.round === sample.round);
        return ours === undefined ? [] : [sample[key] / ours[key]];
      }),
    );
  return {
    cpuSeconds: of("cpuSeconds"),
    wallSeconds: of("wallSeconds"),
    peakMegabytes: of("peakMegabytes"),
    reportMegabytes: own[0]?.reportMegabytes,
    ratio: first === undefined ? undefined : { cpu: ratioOf("cpuSeconds"), wall: ratioOf("wallSeconds") },
  };
}

/** The middle of a list, or the mean of the two in the middle. */
function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function rowOf(contest: string, tool: string, medians: Medians): string {
  const { cpuSeconds, wallSeconds, peakMegabytes, reportMegabytes, ratio } = medians;
  const cells = [
    contest,
    tool,
    cpuSeconds.toFixed(2),
    wallSeconds.toFixed(2),
    peakMegabytes.toFixed(0),
    reportMegabytes?.toFixed(2) ?? "",
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
  // Where a pair is not at hand, nothing is said of it.
  if (value === undefined) return [];
  return [`| ${asked} | ${value.toFixed(unit === "ms" ? 0 : 2)} ${unit} | ${holds(value) ? "yes" : "**no**"} |`];
}
