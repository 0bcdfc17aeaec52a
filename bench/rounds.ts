import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { install } from "./install.ts";
import { type Command, measure } from "./measure.ts";
import { bench, environment, root } from "./surroundings.ts";
import type { Conditions, Sample } from "./table.ts";

/** A tool with what it is to do. */
export interface Entrant {
  readonly name: string;
  /** It takes so long that it runs in the first round only. */
  readonly onlyFirstRound?: boolean;
  /** @param output where the report is to go */
  command(output: string): Command;
}

/** Tools that do the same side by side: ours first. */
export interface Contest {
  readonly name: string;
  readonly entrants: readonly Entrant[];
}

/** Contests, and what becomes of their figures. */
export interface Bench {
  /** The file beside this one in which `--write` keeps the figures. */
  readonly page: string;
  /** Whether no rival takes part, so that none is fetched. */
  readonly alone?: boolean;
  contests(): readonly Contest[];
  /** Looks at the report that a tool wrote in the first round. */
  look?(contest: string, tool: string, report: string): void;
  render(samples: readonly Sample[], conditions: Conditions): string;
}

const DEFAULT_RUNS = "5";

/** What the command line of a bench says. */
export interface Settings {
  readonly runs: number;
  readonly write: boolean;
}

/** Runs all rounds as the command line says, and prints the figures. */
export async function runBench(plan: Bench): Promise<void> {
  const settings = readSettings();
  const samples = await runRounds(plan, settings.runs);
  const node = execFileSync("node", ["--version"], { env: environment, encoding: "utf8" }).trim();
  const text = plan.render(samples, { runs: settings.runs, node, cores: availableParallelism() });
  process.stdout.write(text);
  if (settings.write) writeFileSync(join(bench, plan.page), text);
}

/** Reads the command line. @param flags options beside those that every bench has */
export function readSettings(flags: readonly string[] = []): Settings {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: DEFAULT_RUNS },
      write: { type: "boolean", default: false },
      ...Object.fromEntries(flags.map((flag) => [flag, { type: "boolean" as const }])),
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) fail("`--runs` takes a number of rounds, 1 or more.");
  return { runs, write: values.write === true };
}

/** Runs all rounds, once it is seen that they can be run. */
export async function runRounds(plan: Pick<Bench, "alone" | "contests" | "look">, runs: number): Promise<Sample[]> {
  if (process.platform !== "linux") fail("The figures come from /proc, which only Linux has.");
  if (!existsSync(join(root, "packages/cli/dist/main.js"))) fail("Build the command line first: `pnpm run build`.");
  if (!plan.alone) install();
  return measureAll(plan, runs);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** All rounds. In each, the tools of a contest run right after one another, so that what disturbs one disturbs all. */
async function measureAll({ contests, look }: Pick<Bench, "contests" | "look">, runs: number): Promise<Sample[]> {
  const folder = mkdtempSync(join(tmpdir(), "concordat-bench-"));
  const samples: Sample[] = [];
  try {
    for (let round = 1; round <= runs; round++) {
      process.stderr.write(`Round ${round} of ${runs}\n`);
      for (const { name: contest, entrants } of contests())
        for (const [index, { name: tool, onlyFirstRound, command }] of entrants.entries()) {
          if (onlyFirstRound && round > 1) continue;
          const report = join(folder, `report-${index}.json`);
          rmSync(report, { force: true });
          const cost = await measure(command(report));
          samples.push({ ...cost, round, contest, tool, reportMegabytes: statSync(report).size / 1e6 });
          if (round === 1) look?.(contest, tool, report);
        }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return samples;
}
