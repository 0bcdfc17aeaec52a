import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Totals } from "../cell.ts";
import { renaming } from "../consumers.ts";
import type { ImportRequest, ReadSource } from "../request.ts";
import { inputFailure, messageOf, type UsageResult } from "../result.ts";
import { rowOf } from "../row.ts";
import { contentOf, isFile, type Source, UnreadableSource, unreadable } from "../source/open.ts";
import { closeDuckDB, openScratch } from "../store/duckdb/open.ts";
import type { DuckDB, SourceWriter, UsageStore } from "../store/port/store.ts";
import type { MalformedRow } from "../tally.ts";
import { type Column, chooseColumns, type TableColumns } from "./columns.ts";
import { groupingSql, quoted, type RowFacts, rowFacts, suspectsSql } from "./plan.ts";
import { readRows } from "./read-rows.ts";

/** Reads a table in Parquet into the stage of a store: in the database where its columns allow it, else row by row. */
export async function importTable(
  source: Source,
  request: ImportRequest,
  store: UsageStore,
  writer: SourceWriter,
): Promise<UsageResult<ReadSource>> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-usage-"));
  const duckdb = store.duckdb ?? (await openScratch(join(folder, "scratch.db")));
  try {
    const { file, digest } = await fileOf(source, folder, request.stdin);
    let columns: TableColumns;
    try {
      columns = chooseColumns(await columnsOf(file, duckdb.connection), request.read);
    } catch (error) {
      return inputFailure("source-format", `It cannot be read as \`parquet\`: ${messageOf(error)}`, {
        file: source.name,
      });
    }
    const facts = request.attribution.goesByPath
      ? rowFacts(columns, request.read.consumer.kind === "agent")
      : undefined;
    const read =
      facts === undefined
        ? await readRows(file, columns, request, duckdb, writer)
        : await countInside(file, facts, request, duckdb, writer);
    return { value: { digest, ...read } };
  } catch (error) {
    if (error instanceof UnreadableSource || isDamage(error)) return unreadable(source, error);
    throw error;
  } finally {
    if (duckdb !== store.duckdb) closeDuckDB(duckdb);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a database says that what it reads is damaged. */
function isDamage(error: unknown): boolean {
  return /^Invalid (?:Input )?Error: /.test(messageOf(error));
}

/** A file of the unpacked content, and the digest of that. The database takes some characters of a path for a pattern. */
async function fileOf(source: Source, folder: string, stdin: () => Readable) {
  const hash = createHash("sha256");
  const content = async function* () {
    for await (const chunk of contentOf(source, stdin)) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const { path } = source;
  // A pipe can only be read once.
  const isPlain = path !== undefined && !/[*?[\]{}]/.test(path) && isFile(path) && !(await isPacked(path));
  if (isPlain) {
    for await (const _ of content());
    return { file: path, digest: hash.digest("hex") };
  }
  const file = join(folder, "table.parquet");
  await pipeline(Readable.from(content()), createWriteStream(file));
  return { file, digest: hash.digest("hex") };
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function columnsOf(file: string, connection: DuckDBConnection): Promise<Column[]> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${quoted(file)})`);
  return described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/** What a group of calls came to that is no operation. */
const UNMATCHED = -1;
const MALFORMED = -2;

async function countInside(
  file: string,
  facts: RowFacts,
  { attribution, hashKey }: ImportRequest,
  duckdb: DuckDB,
  writer: SourceWriter,
): Promise<Omit<ReadSource, "digest">> {
  const { connection } = duckdb;
  await connection.run(groupingSql(file, facts, attribution));
  await connection.run(`CREATE OR REPLACE TEMP TABLE route
    (method VARCHAR, skeleton VARCHAR, operation INTEGER, declared_method VARCHAR, template VARCHAR)`);
  const found = await connection.runAndReadAll("SELECT DISTINCT method, skeleton FROM grouped");
  const routes = await connection.createAppender("route");
  for (const [method, skeleton] of found.getRows() as [string, string][]) {
    const row = rowOf({ method, target: skeleton, day: 0, status: undefined, consumer: null });
    routes.appendVarchar(method);
    routes.appendVarchar(skeleton);
    const operation = typeof row === "string" ? MALFORMED : attribution.ofTarget(method, skeleton);
    const declared = attribution.operations[operation];
    routes.appendInteger(operation);
    routes.appendVarchar(declared?.method ?? "");
    routes.appendVarchar(declared?.path ?? "");
    routes.endRow();
  }
  routes.closeSync();
  await connection.run(`CREATE OR REPLACE TEMP VIEW routed AS
    SELECT consumer, declared_method, template, day, operation, errors,
      CASE WHEN day IS NULL OR operation = ${MALFORMED} THEN 0 ELSE calls - unreadable END AS calls, calls AS "rows"
    FROM grouped JOIN route USING (method, skeleton)`);
  const renamed = await renameConsumers(hashKey, connection);
  await writer.stageFrom(
    `SELECT ${renamed.name} AS consumer, declared_method AS method, template AS path,
      DATE '1970-01-01' + day::INTEGER AS day, calls, errors
    FROM routed ${renamed.join} WHERE calls > 0 AND operation >= 0`,
    duckdb,
  );
  const totals = await totalsOf(connection);
  const days = await connection.runAndReadAll(
    "SELECT day::DOUBLE, sum(calls)::DOUBLE FROM routed WHERE calls > 0 GROUP BY day ORDER BY day",
  );
  const malformed = totals.malformed > 0 ? await samplesOf(file, facts, connection) : [];
  await connection.run("DROP VIEW routed; DROP TABLE grouped; DROP TABLE route");
  return { totals, days: new Map(days.getRows() as [number, number][]), malformed };
}

async function totalsOf(connection: DuckDBConnection): Promise<Totals> {
  const sums = await connection.runAndReadAll(`SELECT
    coalesce(sum("rows"), 0)::DOUBLE, coalesce(sum(calls) FILTER (operation >= 0), 0)::DOUBLE,
    coalesce(sum(calls) FILTER (operation = ${UNMATCHED}), 0)::DOUBLE,
    coalesce(sum("rows" - calls), 0)::DOUBLE, coalesce(sum(calls) FILTER (operation >= 0 AND consumer IS NULL), 0)::DOUBLE
    FROM routed`);
  const [[rows, matched, unmatched, malformed, anonymous] = []] = sums.getRows() as number[][];
  return { rows, matched, unmatched, malformed, anonymous } as Totals;
}

/** How a consumer is called in SQL: by its name, or by its hash out of a table that is made here. */
async function renameConsumers(hashKey: string | undefined, connection: DuckDBConnection) {
  if (hashKey === undefined) return { name: "consumer", join: "" };
  await connection.run("CREATE OR REPLACE TEMP TABLE renamed (consumer VARCHAR, hashed VARCHAR)");
  const rename = renaming(hashKey);
  const found = await connection.runAndReadAll("SELECT DISTINCT consumer FROM grouped WHERE consumer IS NOT NULL");
  const appender = await connection.createAppender("renamed");
  for (const [consumer] of found.getRows() as [string][]) {
    appender.appendVarchar(consumer);
    appender.appendVarchar(rename(consumer));
    appender.endRow();
  }
  appender.closeSync();
  return { name: "hashed", join: "LEFT JOIN renamed USING (consumer)" };
}

async function samplesOf(file: string, facts: RowFacts, connection: DuckDBConnection): Promise<MalformedRow[]> {
  const found = await connection.runAndReadAll(suspectsSql(file, facts));
  return found.getRows().flatMap(([number, method, target, day, status]) => {
    const code = status === -1 ? "?" : undefined;
    const row = rowOf({ method, target, day: (day as number | null) ?? undefined, status: code, consumer: null });
    return typeof row === "string" ? [{ line: (number as number) + 1, reason: row }] : [];
  });
}
