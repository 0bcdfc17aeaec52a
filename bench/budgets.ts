import { CORPUS, concordat, GHES, oasdiff, redocly, trifleNames } from "./contests.ts";
import type { Medians } from "./table.ts";

/** A figure that Concordat answers for. */
export interface Budget {
  readonly asked: string;
  readonly contest: string;
  readonly tool: string;
  readonly unit: string;
  measured(medians: Medians): number | undefined;
  holds(value: number): boolean;
}

const atMost = (limit: number) => (value: number) => value <= limit;
const atLeast = (limit: number) => (value: number) => value >= limit;

const cpuRatio = ({ ratio }: Medians) => ratio?.cpu;
const wallRatio = ({ ratio }: Medians) => ratio?.wall;
const cpuSeconds = (medians: Medians) => medians.cpuSeconds;
const cpuMilliseconds = (medians: Medians) => medians.cpuSeconds * 1000;
const peak = ({ peakMegabytes }: Medians) => peakMegabytes;
const report = ({ reportMegabytes }: Medians) => reportMegabytes;

/** What is asked of the figures. */
export const budgets: readonly Budget[] = [
  faster(GHES, oasdiff.name, "CPU", 8),
  faster(GHES, oasdiff.name, "wall", 8),
  mostMemory(GHES, 400),
  ...[GHES, ...CORPUS].map((contest) => faster(contest, redocly.name, "CPU", 3)),
  ours("stripe", "at most 1.5 s of CPU", "s", cpuSeconds, atMost(1.5)),
  mostMemory("stripe", 400),
  ours("stripe", "a report under 10 MB", "MB", report, atMost(10)),
  trifle(trifleNames.help, 100),
  trifle(trifleNames.silent, 300),
  trifle(trifleNames.broken, 600),
];

function faster(contest: string, tool: string, what: "CPU" | "wall", times: number): Budget {
  return {
    asked: `${contest}: ${what} of \`${tool}\` at least ${times} times ours`,
    contest,
    tool,
    unit: "×",
    measured: what === "CPU" ? cpuRatio : wallRatio,
    holds: atLeast(times),
  };
}

function ours(
  contest: string,
  what: string,
  unit: string,
  measured: Budget["measured"],
  holds: Budget["holds"],
): Budget {
  return { asked: `${contest}: ${what}`, contest, tool: concordat.name, unit, measured, holds };
}

function mostMemory(contest: string, megabytes: number): Budget {
  return ours(contest, `at most ${megabytes} MB of memory`, "MB", peak, atMost(megabytes));
}

function trifle(contest: string, milliseconds: number): Budget {
  return ours(contest, `under ${milliseconds} ms of CPU`, "ms", cpuMilliseconds, atMost(milliseconds));
}
