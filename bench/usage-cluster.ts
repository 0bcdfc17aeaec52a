/**
 * Holds a cluster of two ClickHouse shards on loopback against a file of DuckDB, over the same calls: `pnpm bench:usage-cluster
 * [--rows N]`. A description of 1,000 operations, 25 of them deprecated; 500 consumers of which each calls 150; 90 days. Both stores
 * must have the same cells and answer the same; `migrate status` takes at most 5 seconds on the cluster. Linux only, with Debian's
 * `clickhouse-server`.
 */

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreLocation } from "../packages/usage/src/store/port/location.ts";
import { UsageReader } from "../packages/usage/src/store/reader.ts";
import { CLICKHOUSE, startShards } from "../test/support/clickhouse.ts";
import { ROOT } from "../test/support/paths.ts";
import { cpuSecondsOf, measure } from "./measure.ts";

const at = process.argv.indexOf("--rows");
const ROWS = at < 0 ? 20_000_000 : Number(process.argv[at + 1]);
const [RESOURCES, DEPRECATED] = [250, 25];
const MOST_SECONDS = 5;

if (CLICKHOUSE === undefined)
  throw new Error("There is no clickhouse-server. Install Debian's, or name one in CLICKHOUSE_SERVER.");
const folder = mkdtempSync(join(tmpdir(), "concordat-bench-cluster-"));
const file = (name: string) => join(folder, name);

function description(): string {
  const ok = { responses: { 200: { description: "ok" } } };
  const old = (i: number) => ({
    deprecated: true,
    "x-deprecated-at": "2025-01-01",
    "x-sunset": "2026-01-01",
    "x-replaced-by": `GET /tenants/{tenant}/resource-${i}/{id}`,
    ...ok,
  });
  const paths = Array.from({ length: RESOURCES }, (_, i) => [
    [`/tenants/{tenant}/resource-${i}`, { get: i < DEPRECATED ? old(i) : ok, post: ok }],
    [`/tenants/{tenant}/resource-${i}/{id}`, { get: ok, delete: ok }],
  ]).flat();
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Bench", version: "1" }, paths: Object.fromEntries(paths) });
}

/** One call from its number. The consumer settles 150 operations, of which one is called. */
const CALLS = `
  SELECT TIMESTAMP '2026-01-01' + to_seconds(((hash(i) >> 3) % 7776000)::BIGINT) AS time,
    CASE operation % 4 WHEN 0 THEN 'GET' WHEN 1 THEN 'POST' WHEN 2 THEN 'GET' ELSE 'DELETE' END AS method,
    '/tenants/t' || (hash(i) >> 11) % 1000 || '/resource-' || operation // 4 || CASE WHEN operation % 4 >= 2 THEN '/' || i ELSE '' END AS path,
    (CASE (hash(i) >> 23) % 50 WHEN 0 THEN 503 ELSE 200 END)::INTEGER AS status, 'consumer-' || who AS consumer
  FROM (SELECT i, (hash(i) >> 29) % 500 AS who, (who * 7 + ((hash(i) >> 17) % 150) * 13) % 1000 AS operation FROM range(${ROWS}) r(i))`;

const { DuckDBInstance } = await import(
  createRequire(join(ROOT, "packages/usage/package.json")).resolve("@duckdb/node-api")
);
writeFileSync(file("openapi.json"), description());
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`COPY (${CALLS}) TO '${file("calls.parquet")}' (FORMAT parquet)`);
connection.closeSync();
const servers = await startShards(CLICKHOUSE);
try {
  await servers.prepare("bench");
  const cluster: StoreLocation = {
    engine: "clickhouse",
    url: servers.url,
    database: "bench",
    user: "default",
    password: "",
    cluster: servers.cluster,
  };
  const stores: readonly (readonly [name: string, flag: string, location: StoreLocation])[] = [
    ["file", file("usage.db"), { engine: "duckdb", path: file("usage.db") }],
    ["cluster", `clickhouse:${servers.url}bench?cluster=${servers.cluster}`, cluster],
  ];
  const answers = [];
  for (const [name, store, location] of stores) {
    const imported = await run(["usage", "import", "--log", "parquet", "--store", store, file("calls.parquet")]);
    if (!imported.said.includes(`${ROWS} rows, ${ROWS} matched`)) throw new Error(imported.said);
    const asked = await run(["migrate", "status", "--as-of", "2026-04-01", "--format", "json", "--store", store], 3);
    const { cells, digest } = await cellsOf(location);
    say(`${name}: ${cells.toLocaleString("en")} cells, import ${costOf(imported)}, migrate status ${costOf(asked)}`);
    if (location.engine === "clickhouse" && asked.seconds > MOST_SECONDS) process.exitCode = 1;
    answers.push(`${digest} ${createHash("sha256").update(asked.said).digest("hex")}`);
  }
  const isSame = new Set(answers).size === 1;
  say(isSame ? "Cells and answers are the same." : "Cells or answers DIFFER.");
  if (!isSame) process.exitCode = 1;
} finally {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a command said, and what one run of it took: all in all, of this machine's CPU, and of that of the servers. */
interface Run {
  readonly said: string;
  readonly seconds: number;
  readonly cpu: number;
  readonly serverCpu: number;
}

async function run(args: readonly string[], repeat = 1): Promise<Run> {
  const used = () => servers.pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
  const [before, output] = [used(), file("said")];
  const line = [join(ROOT, "node_modules/.bin/concordat"), ...args, "--spec", file("openapi.json")];
  const { cpuSeconds, wallSeconds } = await measure({ line, succeeds: [0], env: process.env, output, repeat });
  const serverCpu = (used() - before) / repeat;
  return { said: readFileSync(output, "utf8"), seconds: wallSeconds, cpu: cpuSeconds, serverCpu };
}

function costOf({ seconds, cpu, serverCpu }: Run): string {
  return `${seconds.toFixed(2)} s (CPU: ${cpu.toFixed(2)} s, servers ${serverCpu.toFixed(2)} s)`;
}

/** All cells in their order, as a digest. */
async function cellsOf(location: StoreLocation): Promise<{ readonly cells: number; readonly digest: string }> {
  const opened = await UsageReader.open(location);
  if ("failure" in opened) throw new Error(opened.problems[0]?.message);
  const hash = createHash("sha256");
  let cells = 0;
  for await (const some of opened.value.cells()) {
    cells += some.length;
    hash.update(some.map((cell) => JSON.stringify(Object.values(cell))).join("\n"));
    hash.update("\n");
  }
  await opened.value.close();
  return { cells, digest: hash.digest("hex") };
}
