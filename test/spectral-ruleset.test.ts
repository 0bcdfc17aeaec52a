import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT } from "./support/paths.ts";

/*
 * The lint rules as Spectral's own command line runs them, against what ours says of the same files.
 */

const run = promisify(execFile);
const RULESET = join(ROOT, "packages/rules/dist/spectral.js");
const FILES = ["contracts/bookings/openapi.yaml", "bench/small/base.yaml", "bench/small/broken.yaml"];

/** Rules that rest on validators; Spectral has its own for those. */
const VALIDATING = ["lint/description-valid", "lint/schema-example-valid"];

/** What a tool said at a line. */
type Said = { readonly rule: string; readonly message: string; readonly line: number };

async function stock(file: string): Promise<Said[]> {
  const bin = join(ROOT, "node_modules/.bin/spectral");
  const { stdout } = await run(
    bin,
    ["lint", file, "-r", RULESET, "-f", "json", "--quiet", "--fail-severity", "error"],
    {
      cwd: ROOT,
      maxBuffer: 1e8,
    },
  ).catch((error: { readonly code: number; readonly stdout: string }) => {
    // 1 says that something was found.
    if (error.code !== 1) throw error;
    return error;
  });
  const results = JSON.parse(stdout) as readonly {
    code: string;
    message: string;
    range: { start: { line: number } };
  }[];
  return results.map(({ code, message, range }) => ({ rule: code, message, line: range.start.line + 1 }));
}

async function ours(file: string): Promise<Said[]> {
  const bin = join(ROOT, "node_modules/.bin/concordat");
  const args = ["lint", file, "--config", "test/support/defaults.yaml", "--format", "json", "--fail-on", "never"];
  const { stdout } = await run(bin, args, { cwd: ROOT, maxBuffer: 1e8 });
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly {
      rule: string;
      message: string;
      head: { line: number };
      members?: readonly { message: string; head: { line: number } }[];
    }[];
  };
  return findings
    .filter(({ rule }) => !VALIDATING.includes(rule))
    .flatMap(({ rule, message, head, members }) =>
      (members ?? [{ message, head }]).map((each) => ({ rule, message: each.message, line: each.head.line })),
    );
}

const sorted = (said: readonly Said[]) => [...new Set(said.map((each) => JSON.stringify(each)))].sort();

test.each(FILES)("both say the same of %s", async (file) => {
  const [theirs, mine] = [await stock(file), await ours(file)];
  expect(theirs.length).toBeGreaterThan(0);
  expect(sorted(theirs)).toEqual(sorted(mine));
});
