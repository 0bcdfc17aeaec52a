/**
 * Measures how Concordat judges pacts beside its rival, and what consumers add to a comparison, and prints the figures as
 * Markdown. `--runs N` sets the number of rounds, `--write` keeps the figures in bench/pact.md.
 */
import { asks, atMost, type Budget, faster, mostMemory } from "./budget.ts";
import { CHECKS, COMPARATOR, CONCORDAT, contests, IMPACTS } from "./pact/contests.ts";
import { runBench } from "./rounds.ts";
import { renderFigures } from "./table.ts";

const budgets: readonly Budget[] = [
  ...CHECKS.flatMap((contest) => [
    faster(contest, COMPARATOR, "CPU", 4),
    mostMemory({ contest, tool: CONCORDAT }, 400),
  ]),
  // The way back has no limit of its own: it shows what more breaks cost.
  asks(
    { contest: IMPACTS[0] ?? "", tool: CONCORDAT },
    "at most 3 s of CPU",
    "s",
    ({ cpuSeconds }) => cpuSeconds,
    atMost(3),
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
