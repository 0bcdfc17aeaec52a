/**
 * Measures how many rows of logs a second of CPU counts into a usage store: `pnpm bench:usage [--rows N] [--only FORMAT]`. A description of
 * 1,000 operations, 500 consumers, 90 days; the rows are made by arithmetic, the same each time. Linux only.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.ts";

const ROOT = join(import.meta.dirname, "..");
const flag = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const ROWS = Number(flag("--rows") ?? 1_000_000);
const ONLY = flag("--only");
const RESOURCES = 250;
/** Rows a second of CPU that each format must come to at least. */
const LEAST: Readonly<Record<string, number>> = { parquet: 250_000, json: 150_000, combined: 150_000 };
/** Megabytes of memory that no import may exceed. */
const MOST_MEMORY = 2048;

const folder = mkdtempSync(join(tmpdir(), "concordat-bench-usage-"));
const at = (name: string) => join(folder, name);

/** Four operations for each resource, two of them with an id in the path. */
function description(): string {
  const ok = { responses: { 200: { description: "ok" } } };
  const paths = Array.from({ length: RESOURCES }, (_, i) => [
    [`/tenants/{tenant}/resource-${i}`, { get: ok, post: ok }],
    [`/tenants/{tenant}/resource-${i}/{id}`, { get: ok, delete: ok }],
  ]).flat();
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Bench", version: "1" }, paths: Object.fromEntries(paths) });
}

/** One row in each form, from its number: half of the paths have an id of their own. */
const ROW_SQL = `
  SELECT TIMESTAMP '2026-01-01' + to_seconds(((hash(i) >> 3) % 7776000)::BIGINT) AS time,
    CASE (hash(i) >> 7) % 4 WHEN 0 THEN 'GET' WHEN 1 THEN 'POST' WHEN 2 THEN 'GET' ELSE 'DELETE' END AS method,
    '/tenants/t' || (hash(i) >> 11) % 1000 || '/resource-' || (hash(i) >> 17) % ${RESOURCES}
      || CASE WHEN (hash(i) >> 7) % 4 >= 2 THEN '/' || i ELSE '?page=' || i % 50 END AS path,
    (CASE (hash(i) >> 23) % 50 WHEN 0 THEN 503 ELSE 200 END)::INTEGER AS status,
    'consumer-' || (hash(i) >> 29) % 500 AS consumer
  FROM range(${ROWS}) r(i)`;

const FORMS: Readonly<Record<string, string>> = {
  parquet: `COPY (${ROW_SQL}) TO '${at("calls.parquet")}' (FORMAT parquet)`,
  json: `COPY (${ROW_SQL}) TO '${at("calls.json")}' (FORMAT json, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ')`,
  combined: `COPY (SELECT '192.0.2.7 - ' || consumer || ' [' || strftime(time, '%d/%b/%Y:%H:%M:%S') || ' +0000] "' || method || ' ' || path
    || ' HTTP/1.1" ' || status || ' 512 "-" "client/1.0"' FROM (${ROW_SQL})) TO '${at("calls.combined")}'
    (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\t')`,
};

const { DuckDBInstance } = await import(
  createRequire(join(ROOT, "packages/usage/package.json")).resolve("@duckdb/node-api")
);
writeFileSync(at("openapi.json"), description());
try {
  const connection = await (await DuckDBInstance.create()).connect();
  for (const [log, sql] of Object.entries(FORMS)) {
    if (ONLY !== undefined && ONLY !== log) continue;
    await connection.run(sql);
    await measureImport(log);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureImport(log: string): Promise<void> {
  const output = at("said");
  const line = [
    ...[join(ROOT, "node_modules/.bin/concordat"), "usage", "import", "--spec", at("openapi.json")],
    ...["--store", at(`${log}.store`), "--log", log, at(`calls.${log}`)],
  ];
  const { cpuSeconds, peakMegabytes } = await measure({ line, succeeds: [0], env: process.env, output, repeat: 1 });
  if (!readFileSync(output, "utf8").includes(`${ROWS} rows, ${ROWS} matched`))
    throw new Error(`not every row of ${log} was matched: ${readFileSync(output, "utf8")}`);
  const rate = Math.round(ROWS / cpuSeconds);
  process.stdout.write(`${log}: ${rate.toLocaleString("en")} rows a CPU second, ${Math.round(peakMegabytes)} MB\n`);
  if (rate < (LEAST[log] ?? 0) || peakMegabytes > MOST_MEMORY) process.exitCode = 1;
}
