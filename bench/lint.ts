/**
 * Measures how Concordat lints descriptions beside its rivals and prints the figures as Markdown.
 * `--runs N` sets the number of rounds, `--write` keeps the figures in bench/lint.md.
 */
import { budgetsOf } from "./lint/budgets.ts";
import { contests, GHES } from "./lint/contests.ts";
import { countDifferences, type Finding, readConcordat, readSpectral } from "./lint/findings.ts";
import { linters, stock, viaOurs } from "./lint/linters.ts";
import { runBench } from "./rounds.ts";
import { type Column, renderFigures } from "./table.ts";

/** How much each linter found, by description and name. */
const counts = new Map<string, number>();

/** What Spectral's rules find in the description that both run them on. */
const said: { ours?: Finding[]; stock?: Finding[] } = {};

const keyOf = (contest: string, tool: string) => `${contest}\n${tool}`;

const columns: readonly Column[] = [
  { title: "Findings", cell: (contest, tool) => String(counts.get(keyOf(contest, tool)) ?? "") },
  { title: "Rules", cell: (_contest, tool) => String(linters.find(({ name }) => name === tool)?.rules ?? "") },
];

await runBench({
  page: "lint.md",
  contests,
  look: lookAt,
  render: (samples, conditions) =>
    renderFigures(samples, conditions, {
      title: "Linting",
      about: "Description",
      columns,
      budgets: budgetsOf(differences),
      notes: notes(),
    }),
});

function lookAt(contest: string, tool: string, report: string): void {
  const linter = linters.find(({ name }) => name === tool);
  if (linter === undefined) return;
  counts.set(keyOf(contest, tool), linter.count(report));
  if (contest !== GHES) return;
  if (linter === viaOurs) said.ours = readConcordat(report);
  if (linter === stock) said.stock = readSpectral(report);
}

function differences(): number | undefined {
  return said.ours && said.stock && countDifferences(said.ours, said.stock);
}

function notes(): string[] {
  return [
    `\`${stock.name}\` takes so long that it ran in the first round only, and on ${GHES} only: its ratios are those of one round.`,
    [
      "Rules are those that are on and that a description of OpenAPI 3.0 is judged by; rules of different linters ask for different",
      "things, so neither their numbers nor those of findings tell which is better. Beside their rules the linters check:",
    ].join("\n"),
    linters.map(({ name, checks }) => `- \`${name}\`: ${checks}`).join("\n"),
  ];
}
