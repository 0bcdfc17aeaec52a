import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { typesOf } from "../../packages/client-typescript/src/index.ts";
import { rewriteFile } from "../../packages/codemod/src/index.ts";
import { governClientGenerate } from "../../packages/engine/src/govern/client.ts";
import { governMoves } from "../../packages/engine/src/govern/moves.ts";
import { DEFAULT_LOAD, nodeHost } from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { typeCheck } from "../support/type-check.ts";

/*
 * A consumer moves from one revision to the next: its calls type-check with the client of base, no longer with that of head, and with
 * it again once they are rewritten. What nothing replaces is left, below a comment.
 */

const folder = mkdtempSync(join(tmpdir(), "concordat-migrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const host = nodeHost(folder);
const load = { ...DEFAULT_LOAD, root: "/" };
const fixture = (name: string) => join(import.meta.dirname, name);

/** What the type checker says of the consumer beside a client of a revision. */
async function errorsWith(spec: string, consumer: string): Promise<string> {
  valueIn(await governClientGenerate({ source: fixture(spec), out: join(folder, "app/client"), load }, typesOf, host));
  writeFileSync(join(folder, "app/consumer.ts"), consumer);
  return typeCheck(join(folder, "app"));
}

test("a consumer is migrated, and type-checks", async () => {
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app/package.json"), '{ "type": "module" }');
  symlinkSync(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"));
  const before = readFileSync(fixture("consumer.ts.txt"), "utf8");
  expect(await errorsWith("base.yaml", before)).toBe("");
  expect(await errorsWith("head.yaml", before)).toContain("getOrderV1");

  const moves = valueIn(await governMoves({ base: fixture("base.yaml"), head: fixture("head.yaml"), load }, host));
  const { text, calls, decisions } = rewriteFile({ path: "consumer.ts", text: before }, moves, () => true);
  await expect(text).toMatchFileSnapshot(fixture("migrated.ts.txt"));
  expect(calls).toBe(6);
  expect(decisions).toEqual([{ line: 40, message: "GET /v1/search is gone; nothing is named to call instead" }]);
  // What is left is nothing but what a person decides.
  const left = (await errorsWith("head.yaml", text)).split("\n").filter((line) => line.includes("error TS"));
  expect(left).toEqual([expect.stringContaining("searchOrders")]);
}, 60_000);
