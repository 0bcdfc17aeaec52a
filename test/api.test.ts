import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { apiReport } from "./support/api-report.ts";

/*
 * What packages promise to programs is written down, so that a change of it is seen in review: `vitest run test/api -u` writes
 * it anew. The declarations are those of the build.
 */

const ROOT = join(import.meta.dirname, "..");

/** Entries that are promised; what else a package exports is for our own shells. */
const ENTRIES: readonly (readonly [string, string])[] = [
  ["client", "."],
  ["containment", "."],
  ["engine", "."],
  ["engine", "./kit"],
  ["engine", "./testing"],
];

test.each(ENTRIES)("what %s promises at %s is what was reviewed", async (name, entry) => {
  const folder = join(ROOT, "packages", name);
  const { publishConfig } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const report = apiReport(`@concordat/${join(name, entry)}`, join(folder, publishConfig.exports[entry].types));
  expect(report.split("\n").length).toBeGreaterThan(8);
  await expect(report).toMatchFileSnapshot(join(folder, "api", `${entry === "." ? "index" : basename(entry)}.api.md`));
});
