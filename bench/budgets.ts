import { asks, atMost, type Budget, faster, mostMemory } from "./budget.ts";
import { CORPUS, concordat, FROM_GIT, GHES, MANY_FILES, oasdiff, redocly } from "./contests.ts";

const of = (contest: string) => ({ contest, tool: concordat.name });

/** What is asked of the figures. */
export const budgets: readonly Budget[] = [
  faster(GHES, oasdiff.name, "CPU", 8),
  faster(GHES, oasdiff.name, "wall", 8),
  mostMemory(of(GHES), 400),
  ...[GHES, ...CORPUS].map((contest) => faster(contest, redocly.name, "CPU", 3)),
  asks(of("stripe"), "at most 1.5 s of CPU", "s", ({ cpuSeconds }) => cpuSeconds, atMost(1.5)),
  mostMemory(of("stripe"), 400),
  asks(of("stripe"), "a report under 10 MB", "MB", ({ reportMegabytes }) => reportMegabytes, atMost(10)),
  asks(
    { contest: MANY_FILES, tool: FROM_GIT },
    "within 1.3 times the time from disk",
    "×",
    ({ ratio }) => ratio?.wall,
    atMost(1.3),
  ),
];
