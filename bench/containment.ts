/**
 * Measures containment: beside other tools on labelled pairs, and on the changes of real descriptions. Prints the figures
 * as Markdown; `--write` keeps them in bench/containment.md, `--only NAME` asks about the changes of that source alone.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Answered, answerAll, revisionPairs } from "./containment/changes.ts";
import { readLabelledPairs, type Tally, tallyTool } from "./containment/labelled.ts";
import { type Figures, renderFigures } from "./containment/render.ts";
import { tools } from "./containment/tools.ts";
import { install } from "./install.ts";
import { bench } from "./surroundings.ts";

/** A pair that a tool has not answered by then is given up. */
const LIMIT_SECONDS = 10;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    write: { type: "boolean", default: false },
  },
});
if (!process.execArgv.includes("--conditions=@concordat/source")) fail("Run it as `pnpm bench:containment`.");
if (process.platform !== "linux") fail("The figures come from /proc, which only Linux has.");

install();
const text = renderFigures({
  node: process.version,
  cores: availableParallelism(),
  labelled: await measureLabelled(),
  ...(await measureChanges()),
});
process.stdout.write(text);
if (values.write) writeFileSync(join(bench, "containment.md"), text);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

async function measureLabelled(): Promise<Figures["labelled"]> {
  if (values.only !== undefined) return { skipped: "`--only` was given." };
  const { cases, leftOut } = readLabelledPairs();
  if (cases.length === 0) return { skipped: "`../shared/containment-cases/gold.json` is not there." };
  const tallies: Tally[] = [];
  for (const tool of Object.keys(tools)) {
    process.stderr.write(`${cases.length} labelled pairs: ${tool}\n`);
    tallies.push(await tallyTool(tool, cases, LIMIT_SECONDS));
  }
  return { tallies, leftOut, limitSeconds: LIMIT_SECONDS };
}

async function measureChanges(): Promise<Pick<Figures, "answered" | "unchanged">> {
  const answered: Answered[] = [];
  const unchanged: string[] = [];
  for (const pair of revisionPairs()) {
    if (values.only?.includes(pair.name) === false) continue;
    process.stderr.write(`Changes: ${pair.name}\n`);
    const answers = await answerAll(pair);
    if (answers.length === 0) unchanged.push(pair.name);
    answered.push(...answers);
  }
  return { answered, unchanged };
}
