/**
 * Measures Concordat beside its rivals and prints the figures as Markdown.
 * `--runs N` sets the number of rounds, `--write` keeps the figures in bench/results.md.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bench, type Contest, concordat, contests, environment, root, trifles } from "./contests.ts";
import { install } from "./install.ts";
import { measure } from "./measure.ts";
import { renderFigures, type Sample } from "./table.ts";

const DEFAULT_RUNS = "5";

const { values } = parseArgs({
  options: { runs: { type: "string", default: DEFAULT_RUNS }, write: { type: "boolean", default: false } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) fail("`--runs` takes a number of rounds, 1 or more.");
if (process.platform !== "linux") fail("The figures come from /proc, which only Linux has.");
if (!existsSync(join(root, "packages/cli/dist/main.js"))) fail("Build the command line first: `pnpm run build`.");

install();
const samples = await measureAll();
const node = execFileSync("node", ["--version"], { env: environment, encoding: "utf8" }).trim();
const text = renderFigures(samples, { runs, node, cores: availableParallelism() });
process.stdout.write(text);
if (values.write) writeFileSync(join(bench, "results.md"), text);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** All rounds. In each, the tools of a pair run right after one another, so that what disturbs one disturbs all. */
async function measureAll(): Promise<Sample[]> {
  const folder = mkdtempSync(join(tmpdir(), "concordat-bench-"));
  const samples: Sample[] = [];
  try {
    for (let round = 1; round <= runs; round++) {
      process.stderr.write(`Round ${round} of ${runs}\n`);
      for (const contest of contests()) samples.push(...(await measureContest(contest, round, folder)));
      for (const { name, command } of trifles) {
        const cost = await measure(command(join(folder, "out")));
        samples.push({ ...cost, round, contest: name, tool: concordat.name, reportMegabytes: undefined });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return samples;
}

async function measureContest({ name, base, head, tools }: Contest, round: number, folder: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [index, tool] of tools.entries()) {
    const report = join(folder, `report-${index}.json`);
    rmSync(report, { force: true });
    const cost = await measure(tool.command(base, head, report));
    const reportMegabytes = statSync(report).size / 1e6;
    samples.push({ ...cost, round, contest: name, tool: tool.name, reportMegabytes });
  }
  return samples;
}
