/** `pnpm bench --guard`: what takes more CPU than when the guard was last written, measured beside work that never changes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { concordat, contests } from "./contests.ts";
import { type Contest, type Entrant, readSettings, runRounds } from "./rounds.ts";
import { bench, environment } from "./surroundings.ts";
import { median, type Sample } from "./table.ts";

/** By pair, how many times the CPU of the workload it takes. */
type Ratios = Readonly<Record<string, number>>;

/** How much more a pair may take: what a busy machine adds stays below. */
const MOST_GROWTH = 0.15;

const WRITTEN = join(bench, "guard.json");

const workload: Entrant = {
  name: "workload",
  command: (output) => ({
    line: ["node", fileURLToPath(import.meta.resolve("./guard/workload.ts"))],
    succeeds: [0],
    env: environment,
    output,
    repeat: 1,
  }),
};

/** Measures all pairs, says of each how it compares with the guard, and sets the exit code: 1 where one has grown. */
export async function runGuard(): Promise<void> {
  const { runs, write } = readSettings(["guard"]);
  const ratios = ratiosOf(await runRounds({ contests: guarded }, runs));
  const before: Ratios = existsSync(WRITTEN) ? JSON.parse(readFileSync(WRITTEN, "utf8")) : {};
  const lines = Object.entries({ ...before, ...ratios }).map(([pair]) => lineOf(pair, before[pair], ratios[pair]));
  process.stdout.write(
    ["| Pair | Times the workload | When written | Grown |", "|---|--:|--:|--:|", ...lines, ""].join("\n"),
  );
  if (write) writeFileSync(WRITTEN, `${JSON.stringify(ratios, null, 2)}\n`);
  const grown = Object.keys(ratios).filter((pair) => growth(before[pair], ratios[pair]) > MOST_GROWTH);
  if (write || grown.length === 0) return;
  process.stderr.write(`${grown.join(", ")}: over ${MOST_GROWTH * 100}% more CPU than when the guard was written.\n`);
  process.exitCode = 1;
}

/** Our own part of each contest, right after the workload. */
function guarded(): Contest[] {
  return contests().map(({ name, entrants }) => ({
    name,
    entrants: [workload, ...entrants.filter((entrant) => entrant.name === concordat.name)],
  }));
}

function ratiosOf(samples: readonly Sample[]): Ratios {
  const cpu = (round: number, contest: string, tool: string) =>
    samples.find((each) => each.round === round && each.contest === contest && each.tool === tool)?.cpuSeconds ?? 0;
  const rounds = [...new Set(samples.map(({ round }) => round))];
  const pairs = [...new Set(samples.map(({ contest }) => contest))];
  const ratio = (pair: string) =>
    median(rounds.map((round) => cpu(round, pair, concordat.name) / cpu(round, pair, workload.name)));
  return Object.fromEntries(pairs.map((pair) => [pair, Number(ratio(pair).toFixed(3))]));
}

function growth(before: number | undefined, now: number | undefined): number {
  return before === undefined || now === undefined ? 0 : now / before - 1;
}

function lineOf(pair: string, before: number | undefined, now: number | undefined): string {
  const change = growth(before, now);
  const said =
    before === undefined || now === undefined
      ? "unguarded"
      : `${change > MOST_GROWTH ? "**" : ""}${(change * 100).toFixed(0)}%${change > MOST_GROWTH ? "**" : ""}`;
  return `| ${pair} | ${now?.toFixed(2) ?? "not at hand"} | ${before?.toFixed(2) ?? "not in it"} | ${said} |`;
}
