import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";

/*
 * Writes the version of the packages where the engine tells it, and into the rules that this release brings.
 * `changeset version` moves the packages alone; a test holds the two equal.
 */

const { version } = JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8"));
const file = join(root, "packages/engine/src/version.ts");
const text = readFileSync(file, "utf8");
const changed = text.replace(/VERSION = "[^"]*"/, () => `VERSION = ${JSON.stringify(version)}`);
if (!changed.includes(`"${version}"`)) throw new Error(`${file} holds no VERSION to write.`);
writeFileSync(file, changed);

for (const path of globSync("packages/rules/src/{diff,lint,facets}/*.ts", { cwd: root }).map((each) =>
  join(root, each),
)) {
  const rule = readFileSync(path, "utf8");
  const brought = rule.replaceAll('since: "next"', () => `since: ${JSON.stringify(version)}`);
  if (brought !== rule) writeFileSync(path, brought);
}
