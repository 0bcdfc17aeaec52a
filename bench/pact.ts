/**
 * Measures how Concordat judges pacts beside its rival, and what consumers add to a comparison, and prints the figures as
 * Markdown. `--runs N` sets the number of rounds, `--write` keeps the figures in bench/pact.md.
 */
import { asks, atMost, type Budget, faster, mostMemory } from "./budget.ts";
import { CHECK, COMPARATOR, CONCORDAT, contests, IMPACTS } from "./pact/contests.ts";
import { runBench } from "./rounds.ts";
import { renderFigures } from "./table.ts";

const budgets: readonly Budget[] = [
  faster(CHECK, COMPARATOR, "CPU", 4),
  mostMemory({ contest: CHECK, tool: CONCORDAT }, 400),
  ...IMPACTS.map((contest) =>
    asks({ contest, tool: CONCORDAT }, "at most 3 s of CPU", "s", ({ cpuSeconds }) => cpuSeconds, atMost(3)),
  ),
];

await runBench({
  page: "pact.md",
  contests,
  render: (samples, conditions) =>
    renderFigures(samples, conditions, {
      title: "Pacts",
      about: "Pacts",
      columns: [],
      budgets,
      notes: [
        "The rival compares examples. Concordat also asks what else matchers allow, and shows a confirmed message of each gap.",
      ],
    }),
});
