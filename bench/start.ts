/**
 * Measures what small commands cost beside a start of Node and prints the figures as Markdown.
 * `--runs N` sets the number of rounds, `--write` keeps the figures in bench/start.md.
 */
import { asks, atMost, type Budget } from "./budget.ts";
import { runBench } from "./rounds.ts";
import { CONCORDAT, contests, trifles } from "./start/contests.ts";
import { renderFigures } from "./table.ts";

const budgets: readonly Budget[] = trifles.flatMap(({ name, milliseconds, starts }) => {
  const of = { contest: name, tool: CONCORDAT };
  return [
    asks(of, `at most ${milliseconds} ms of CPU`, "ms", ({ cpuSeconds }) => cpuSeconds * 1000, atMost(milliseconds)),
    asks(of, `at most ${starts} times a start of Node`, "×", ({ ratio }) => ratio?.cpu, atMost(starts)),
  ];
});

await runBench({
  page: "start.md",
  alone: true,
  contests,
  render: (samples, conditions) =>
    renderFigures(samples, conditions, {
      title: "Start",
      about: "Command",
      columns: [],
      budgets,
      ratios: "A ratio is what Concordat takes for what Node takes once to start and run nothing, in the same round.",
      notes: ["The first run of a version compiles more than it calls, which a median does not show."],
    }),
});
