import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/*
 * Whether two builds of the command line say the same: every pair of descriptions below some folders is compared both ways and
 * linted with both, and the JSON reports are held against each other, sentences aside.
 *
 *   node scripts/same-reports.ts OLD/node_modules/.bin/concordat NEW/node_modules/.bin/concordat FOLDER...
 *
 * A folder is a pair where it holds two descriptions by one of the names below. Prints a line for each pair that differs, and
 * the counts last; exit 1 where any differs.
 */

const NAMES = [
  ["base", "revision"],
  ["base", "head"],
  ["old", "new"],
] as const;
const EXTENSIONS = ["yaml", "yml", "json"];

/** Keys whose values are sentences for people: these may be said better. */
const SENTENCES = new Set(["message", "why", "fix", "hint", "title", "summary", "docs", "text"]);

const [older, newer, ...folders] = process.argv.slice(2);
if (older === undefined || newer === undefined || folders.length === 0) {
  process.stderr.write("Name two builds and at least one folder: same-reports.ts OLD NEW FOLDER...\n");
  process.exit(2);
}

function description(folder: string, name: string): string | undefined {
  return EXTENSIONS.map((extension) => join(folder, `${name}.${extension}`)).find(existsSync);
}

function* pairsBelow(folder: string): Generator<readonly [string, string]> {
  for (const [first, second] of NAMES) {
    const [base, head] = [description(folder, first), description(folder, second)];
    if (base !== undefined && head !== undefined) yield [base, head];
  }
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) yield* pairsBelow(join(folder, entry.name));
}

/** What a build says, sentences taken out; the plain output where it is no JSON. */
function said(command: string, options: readonly string[]): string {
  const { stdout, status, error } = spawnSync(command, [...options, "--format", "json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  try {
    const bare = JSON.stringify(JSON.parse(stdout), (key, value) => (SENTENCES.has(key) ? undefined : value));
    return `${status} ${bare}`;
  } catch {
    return `${status} ${stdout}`;
  }
}

let same = 0;
const different: string[] = [];
for (const [base, head] of folders.flatMap((folder) => [...pairsBelow(folder)])) {
  const runs = [
    ["diff", base, head],
    ["diff", head, base],
    ["lint", head],
  ];
  for (const options of runs) {
    if (said(older, options) === said(newer, options)) same++;
    else different.push(options.join(" "));
  }
}
for (const line of different) process.stdout.write(`differs: ${line}\n`);
process.stdout.write(`${same} the same, ${different.length} different\n`);
process.exitCode = different.length > 0 ? 1 : 0;
