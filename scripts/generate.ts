/** Writes all generated files, or with `--check` tells which are out of date. */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { catalogueFiles } from "./gen-catalogue.ts";

const check = process.argv.includes("--check");
let stale = 0;
for (const [path, text] of Object.entries(await allFiles())) {
  const current = read(path);
  if (current === text) continue;
  stale++;
  if (check) process.stderr.write(`${relative(process.cwd(), path)} is out of date: run \`pnpm generate\`.\n`);
  else writeFileSync(path, text);
}
if (check && stale > 0) process.exitCode = 1;

async function allFiles(): Promise<Record<string, string>> {
  return { ...catalogueFiles() };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
