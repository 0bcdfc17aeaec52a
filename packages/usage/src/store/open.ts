import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { inputFailure, messageOf, toolFailure, type UsageResult } from "../result.ts";
import { SCHEMA, STORE_VERSION } from "./schema.ts";

/** A store that is open. Several connections may be made: results must not be streamed on one that appends. */
export interface OpenStore {
  readonly connection: DuckDBConnection;
  readonly instance: DuckDBInstance;
}

/** How long an importer waits for another, and how often it looks. */
const WAIT = { limit: 10_000, step: 100 };
/** No part of the database may be fetched from anywhere; memory stays below what a small runner has. */
const SETTINGS = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  memory_limit: "1200MB",
  preserve_insertion_order: "false",
};

/** Opens a store; where it is to be written, it is made if it is not there, and waited for while another writes. */
export async function openStore(path: string, mode: "read" | "write"): Promise<UsageResult<OpenStore>> {
  if (mode === "read" && !existsSync(path))
    return inputFailure("store-missing", "There is no usage store. Make one with `concordat usage import`.", {
      file: path,
    });
  if (!existsSync(dirname(path)))
    return inputFailure("store-missing", `The folder \`${dirname(path)}\` of the usage store is not there. Make it.`, {
      file: path,
    });
  const opened = await openWhenFree(path, mode);
  if ("failure" in opened) return opened;
  const instance = opened.value;
  const connection = await instance.connect();
  // The days of times without a zone do not depend on that of the machine.
  await connection.run("SET GLOBAL TimeZone = 'UTC'");
  const refusal = await settle(connection, path, mode);
  if (refusal === undefined) return { value: { connection, instance } };
  closeStore({ connection, instance });
  return refusal;
}

/** Gives a store back. */
export function closeStore({ connection, instance }: OpenStore): void {
  connection.closeSync();
  instance.closeSync();
}

async function openWhenFree(path: string, mode: "read" | "write"): Promise<UsageResult<DuckDBInstance>> {
  const options = { ...SETTINGS, ...(mode === "read" && { access_mode: "READ_ONLY" }) };
  for (let waited = 0; ; waited += WAIT.step) {
    try {
      return { value: await DuckDBInstance.create(path, options) };
    } catch (error) {
      const message = messageOf(error);
      if (!/lock on file|Conflicting lock/i.test(message)) return unopened(path, message);
      if (waited >= WAIT.limit) {
        const seconds = WAIT.limit / 1000;
        return toolFailure(
          "store-busy",
          `The usage store \`${path}\` is in use by another process, which did not end within ${seconds} seconds. Try again when it has.`,
        );
      }
      await sleep(WAIT.step);
    }
  }
}

function unopened(path: string, message: string): UsageResult<never> {
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
): Promise<UsageResult<never> | undefined> {
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
