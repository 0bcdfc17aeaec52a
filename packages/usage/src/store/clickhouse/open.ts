import { inputFailure, toolFailure, type UsageFailure, type UsageResult } from "../../result.ts";
import { Incomplete } from "../port/failure.ts";
import { nameOf, type ServerLocation } from "../port/location.ts";
import type { UsageStore } from "../port/store.ts";
import { whenFree } from "../port/wait.ts";
import { hold } from "./hold.ts";
import { databaseStatement, statements, TABLE, TABLES } from "./schema.ts";
import { IN_SYSTEM, quoted, Server, ServerError } from "./server.ts";
import { ServerWriter } from "./writer.ts";

/** Opens the store in a database of a server; where it is to be written, it is made if it is not there, and waited for. */
export async function openServer(location: ServerLocation, mode: "read" | "write"): Promise<UsageResult<UsageStore>> {
  const server = new Server(location);
  const name = nameOf(location);
  try {
    const refusal = await settle(server, location, mode);
    if (refusal !== undefined) return refusal;
    const release = mode === "read" ? undefined : await whenFree(name, () => hold(server, location.database));
    if (typeof release === "object") return release;
    return { value: storeOn(server, location, release) };
  } catch (error) {
    return failureOf(error, location);
  }
}

function storeOn(server: Server, location: ServerLocation, release: (() => Promise<void>) | undefined): UsageStore {
  return {
    name: nameOf(location),
    tables: TABLES,
    duckdb: undefined,
    quoted,
    rows: (sql) => server.rows(sql),
    failureOf: (error) => failureOf(error, location),
    begin: async (operations) => new ServerWriter(server, location, operations),
    close: async () => release?.(),
  };
}

/** Makes the tables that are not there yet; says what is wrong where they cannot be. */
async function settle(
  server: Server,
  location: ServerLocation,
  mode: "read" | "write",
): Promise<UsageFailure | undefined> {
  const unknown = await unknownCluster(server, location);
  if (unknown !== undefined) return unknown;
  const { database, cluster } = location;
  const found = await tablesOf(server, database);
  if (found.size < Object.keys(TABLE).length) {
    if (mode === "read") return missing(location);
    if (!(await hasDatabase(server, database))) await server.run(databaseStatement(location), IN_SYSTEM);
    for (const statement of statements(location)) await server.run(statement, IN_SYSTEM);
    return undefined;
  }
  if (cluster === undefined || [...found.values()].every((engine) => engine === "Distributed")) return undefined;
  return inputFailure(
    "store-unreadable",
    `The usage store \`${nameOf(location)}\` is one of a single server, not of the cluster \`${cluster}\`. Name another database.`,
  );
}

/** Users who may make tables need not be allowed to make databases. */
async function hasDatabase(server: Server, database: string): Promise<boolean> {
  const sql = `SELECT name FROM system.databases WHERE name = ${quoted(database)}`;
  return (await server.all(sql, IN_SYSTEM)).length > 0;
}

/** The engines of the tables of a store, by their names. */
async function tablesOf(server: Server, database: string): Promise<ReadonlyMap<string, string>> {
  const names = Object.values(TABLE).map(quoted).join(", ");
  const sql = `SELECT name, engine FROM system.tables WHERE database = ${quoted(database)} AND name IN (${names})`;
  const rows = await server.all<{ readonly name: string; readonly engine: string }>(sql, IN_SYSTEM);
  return new Map(rows.map(({ name, engine }) => [name, engine]));
}

async function unknownCluster(server: Server, { cluster, url }: ServerLocation): Promise<UsageFailure | undefined> {
  if (cluster === undefined) return undefined;
  const sql = "SELECT DISTINCT cluster FROM system.clusters ORDER BY cluster";
  const known = (await server.all<{ readonly cluster: string }>(sql, IN_SYSTEM)).map((row) => row.cluster);
  if (known.includes(cluster)) return undefined;
  const listed = known.length === 0 ? "It is of none" : `It knows: ${known.join(", ")}`;
  return inputFailure("store-cluster", `The ClickHouse server ${url} has no cluster \`${cluster}\`. ${listed}.`);
}

function missing(location: ServerLocation): UsageFailure {
  const message = `There is no usage store \`${nameOf(location)}\`. Make one with \`concordat usage import\`.`;
  return inputFailure("store-missing", message);
}

/** ClickHouse's numbers of errors about users: unknown, wrong password, password required, authentication failed. */
const REFUSED = new Set([192, 193, 194, 516]);

/** What went wrong with a server, for people. */
function failureOf(error: unknown, { url, user }: ServerLocation): UsageFailure {
  const message = reasonOf(error);
  if (error instanceof Incomplete)
    return toolFailure("store-failed", `The ClickHouse server ${url} failed: ${message}`);
  if (!(error instanceof ServerError))
    return toolFailure(
      "store-unreachable",
      `The ClickHouse server ${url} cannot be asked: ${message}. Check that it runs, and that this is the URL of its HTTP interface.`,
    );
  if (REFUSED.has(error.code))
    return toolFailure(
      "store-refused",
      `The ClickHouse server ${url} refuses the user \`${user}\`: ${message.replace(/\.$/, "")}. Check the name and the password.`,
    );
  return toolFailure("store-failed", `The ClickHouse server ${url} failed: ${message}`);
}

/** Where a name stands for several addresses, the reason is in the errors for each. */
function reasonOf(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? (first.message.split("\n", 1)[0] ?? "") : String(first);
}
