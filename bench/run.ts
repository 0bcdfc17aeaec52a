/**
 * Measures how Concordat compares descriptions beside its rivals and prints the figures as Markdown.
 * `--runs N` sets the number of rounds, `--write` keeps the figures in bench/results.md. With `--guard` no rival runs:
 * it is said what takes more than when the guard was last written.
 */
import { budgets } from "./budgets.ts";
import { contests } from "./contests.ts";
import { runGuard } from "./guard.ts";
import { runBench } from "./rounds.ts";
import { type Column, renderFigures } from "./table.ts";

const reportColumn: Column = {
  title: "Report MB",
  cell: (_contest, _tool, { reportMegabytes }) => reportMegabytes.toFixed(2),
};

if (process.argv.includes("--guard")) await runGuard();
else
  await runBench({
    page: "results.md",
    contests,
    render: (samples, conditions) =>
      renderFigures(samples, conditions, {
        title: "Figures",
        about: "Pair",
        columns: [reportColumn],
        budgets,
        notes: [],
      }),
  });
