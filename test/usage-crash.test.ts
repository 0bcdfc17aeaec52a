import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { CLI } from "./scenarios/harness/command.ts";

/*
 * An import that is killed, that finds the disk full, or that meets another: nothing is lost and nothing counts twice.
 * `CONCORDAT_TEST_EFFORT=10` kills fifty times.
 */

const KILLS = 5 * Number(process.env["CONCORDAT_TEST_EFFORT"] ?? 1);
const SOURCES = 4;
const ROWS = 20_000;

const folder = mkdtempSync(join(tmpdir(), "concordat-crash-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OK = { responses: { 200: { description: "ok" } } };
const paths = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/things-${i}/{id}`, { get: OK }]));
writeFileSync(
  join(folder, "api.json"),
  JSON.stringify({ openapi: "3.1.0", info: { title: "Things", version: "1" }, paths }),
);
for (let file = 0; file < SOURCES; file++) {
  const lines = Array.from({ length: ROWS }, (_, i) =>
    JSON.stringify({
      time: 1_774_692_000 + ((i * 7919) % 2_592_000),
      method: "GET",
      path: `/things-${i % 40}/${file}`,
      consumer: `c${(i * 31) % 200}`,
    }),
  );
  writeFileSync(join(folder, `log-${file}.json`), lines.join("\n"));
}

const importing = (store: string) => [
  ...[CLI, "usage", "import", "--spec", "api.json", "--store", store, "--log", "json"],
  ...["log-*.json"],
];
const run = (args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });

/** What a store holds; nothing where it has no tables yet. */
function totalsOf(store: string): Record<string, number> {
  const { stdout } = run([CLI, "usage", "report", "--store", store, "--format", "json"]);
  return stdout === "" ? { rows: 0, matched: 0 } : JSON.parse(stdout).totals;
}

/** The calls of all cells together. */
function callsOf(store: string): number {
  const { stdout } = run([CLI, "usage", "report", "--store", store, "--format", "json"]);
  const cells: { calls: number }[] = stdout === "" ? [] : JSON.parse(stdout).cells;
  return cells.reduce((sum, { calls }) => sum + calls, 0);
}

describe("an import that is killed", () => {
  test(`keeps whole sources and no part of one, ${KILLS} times`, async () => {
    let seed = 7;
    for (let i = 0; i < KILLS; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const store = `killed-${i}.db`;
      const child = spawn(process.execPath, importing(store), { cwd: folder, stdio: "ignore" });
      const ended = new Promise((done) => child.once("exit", done));
      await sleep(seed % 1_500);
      child.kill("SIGKILL");
      await ended;
      const { rows = 0, matched } = totalsOf(store);
      expect(rows % ROWS, store).toBe(0);
      expect([matched, callsOf(store)], store).toEqual([rows, rows]);
      expect(run(importing(store)).status, store).toBe(0);
      expect([totalsOf(store)["rows"], callsOf(store)], store).toEqual([SOURCES * ROWS, SOURCES * ROWS]);
    }
  }, 600_000);
});

test("a disk that is full ends an import, and the store is as it was", () => {
  const [node, ...args] = [process.execPath, ...importing("full.db")];
  expect(run([...importing("full.db").slice(0, -1), "log-0.json"]).status).toBe(0);
  // Writes beyond the limit fail, as on a full disk, once nobody is killed for them.
  const limited = 'trap "" XFSZ; ulimit -f 100; exec "$@"';
  const { status, stderr } = spawnSync("bash", ["-c", limited, "bash", node, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([3, expect.stringContaining("The usage store")]);
  expect([totalsOf("full.db")["rows"], callsOf("full.db")]).toEqual([ROWS, ROWS]);
}, 120_000);

test("a second importer waits, and gives up with exit code 3 while another writes", async () => {
  expect(run([...importing("busy.db").slice(0, -1), "log-0.json"]).status).toBe(0);
  execFileSync("mkfifo", [join(folder, "slow")]);
  const writer = spawn(process.execPath, [...importing("busy.db").slice(0, -1), "slow"], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise((done) => writer.once("exit", done));
  // The pipe opens once the first importer reads from it, which it does with the store in hand.
  const feeder = spawn("sh", ["-c", "exec 3> slow; echo open; cat >&3"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "ignore"],
  });
  await new Promise((done) => feeder.stdout.once("data", done));
  const { status, stderr } = run([...importing("busy.db").slice(0, -1), "log-1.json"]);
  expect([status, stderr]).toEqual([3, expect.stringContaining("is in use by another process")]);
  feeder.stdin.end();
  await ended;
  expect(run([...importing("busy.db").slice(0, -1), "log-1.json"]).status).toBe(0);
  expect(totalsOf("busy.db")["rows"]).toBe(2 * ROWS);
}, 120_000);
