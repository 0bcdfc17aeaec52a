import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { failed, inputFailure, messageOf, toolFailure, type UsageFailure, type UsageResult } from "../../result.ts";
import type { DuckDB, UsageStore } from "../port/store.ts";
import { whenFree } from "../port/wait.ts";
import { SCHEMA, STORE_VERSION, TABLES } from "./schema.ts";
import { FileWriter } from "./writer.ts";

/** No part of the database may be fetched from anywhere; memory stays below what a small runner has. */
const SETTINGS = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  memory_limit: "1200MB",
  preserve_insertion_order: "false",
};

/** Opens the store in a file; where it is to be written, it is made if it is not there, and waited for while another writes. */
export async function openFile(path: string, mode: "read" | "write"): Promise<UsageResult<UsageStore>> {
  if (mode === "read" && !existsSync(path))
    return inputFailure("store-missing", "There is no usage store. Make one with `concordat usage import`.", {
      file: path,
    });
  if (!existsSync(dirname(path)))
    return inputFailure("store-missing", `The folder \`${dirname(path)}\` of the usage store is not there. Make it.`, {
      file: path,
    });
  const opened = await whenFree(path, () => attempt(path, mode));
  if (failed(opened)) return opened;
  const duckdb = await connected(opened.value);
  const refusal = await settle(duckdb.connection, path, mode);
  if (refusal === undefined) return { value: storeIn(path, duckdb) };
  closeDuckDB(duckdb);
  return refusal;
}

/** Opens a database for what is counted on the way to a store elsewhere. */
export async function openScratch(path: string): Promise<DuckDB> {
  return connected(await DuckDBInstance.create(path, SETTINGS));
}

/** Gives a database back. */
export function closeDuckDB({ connection, instance }: DuckDB): void {
  connection.closeSync();
  instance.closeSync();
}

async function connected(instance: DuckDBInstance): Promise<DuckDB> {
  const connection = await instance.connect();
  // The days of times without a zone do not depend on that of the machine.
  await connection.run("SET GLOBAL TimeZone = 'UTC'");
  return { connection, instance };
}

function storeIn(path: string, duckdb: DuckDB): UsageStore {
  return {
    name: path,
    tables: TABLES,
    duckdb,
    quoted: (text) => `'${text.replaceAll("'", "''")}'`,
    rows: (sql) => rowsOf(sql, duckdb.connection),
    failureOf: (error) => toolFailure("store-failed", `The usage store \`${path}\` failed: ${messageOf(error)}`),
    begin: (operations) => FileWriter.begin(duckdb, operations),
    close: async () => closeDuckDB(duckdb),
  };
}

/** The rows of a query, some at a time. */
export async function* rowsOf<Row>(sql: string, connection: DuckDBConnection): AsyncGenerator<readonly Row[]> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    yield chunk.getRows().map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i])])) as Row);
}

/** A value as JSON has it. Sums are of a type without bounds; none of them is beyond what a number can be. */
function plain(value: DuckDBValue | undefined): unknown {
  if (typeof value === "bigint") return Number(value);
  return value instanceof DuckDBDateValue ? value.toString() : value;
}

/** Undefined while another process has it. */
async function attempt(path: string, mode: "read" | "write"): Promise<UsageResult<DuckDBInstance> | undefined> {
  const options = { ...SETTINGS, ...(mode === "read" && { access_mode: "READ_ONLY" }) };
  try {
    return { value: await DuckDBInstance.create(path, options) };
  } catch (error) {
    const message = messageOf(error);
    return /lock on file|Conflicting lock/i.test(message) ? undefined : unopened(path, message);
  }
}

function unopened(path: string, message: string): UsageFailure {
  if (/not a valid DuckDB database|version number|No such file|Is a directory/i.test(message))
    return inputFailure(
      "store-unreadable",
      `The file is no usage store: ${message.replace(/[.!]?$/, ".")} Name another.`,
      {
        file: path,
      },
    );
  return toolFailure("store-failed", `The usage store \`${path}\` cannot be opened: ${message}`);
}

/** Makes the tables of a new store; says what is wrong with one that is of another kind. */
async function settle(
  connection: DuckDBConnection,
  path: string,
  mode: "read" | "write",
): Promise<UsageFailure | undefined> {
  const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE NOT temporary");
  const names = tables.getRows().map(([name]) => name);
  if (names.length === 0 && mode === "write") {
    await connection.run(SCHEMA);
    return undefined;
  }
  const version = names.includes("store_format")
    ? (await connection.runAndReadAll("SELECT version FROM store_format")).getRows()[0]?.[0]
    : undefined;
  if (version === STORE_VERSION) return undefined;
  const what = version === undefined ? "a database of something else" : `of version ${version}`;
  return inputFailure("store-unreadable", `The file is ${what}, not a usage store of version ${STORE_VERSION}.`, {
    file: path,
  });
}
