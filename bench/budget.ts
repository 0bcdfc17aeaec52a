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

export const atMost = (limit: number) => (value: number) => value <= limit;
const atLeast = (limit: number) => (value: number) => value >= limit;

/** Asks that a rival takes so many times what the first tool of the contest takes, or another of ours. */
export function faster(contest: string, rival: string, what: "CPU" | "wall", times: number, ours?: string): Budget {
  const key = what === "CPU" ? "cpu" : "wall";
  return {
    asked: `${contest}: ${what} of \`${rival}\` at least ${times} times ${ours === undefined ? "ours" : `\`${ours}\``}`,
    contest,
    tool: rival,
    unit: "×",
    measured: (medians) => (ours === undefined ? medians.ratio : medians.ratioTo(ours))?.[key],
    holds: atLeast(times),
  };
}

/** Asks something of a tool of ours alone. */
export function asks(
  { contest, tool }: Pick<Budget, "contest" | "tool">,
  what: string,
  unit: string,
  measured: Budget["measured"],
  holds: Budget["holds"],
): Budget {
  return { asked: `${contest}: ${what}`, contest, tool, unit, measured, holds };
}

/** Asks that a tool of ours holds so much in memory at most. */
export function mostMemory(of: Pick<Budget, "contest" | "tool">, megabytes: number): Budget {
  return asks(of, `at most ${megabytes} MB of memory`, "MB", ({ peakMegabytes }) => peakMegabytes, atMost(megabytes));
}
