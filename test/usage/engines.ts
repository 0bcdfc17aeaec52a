import { readAttribution } from "../../packages/engine/src/govern/usage.ts";
import { nodeHost } from "../../packages/engine/src/host/node.ts";
import { DEFAULT_LOAD, findFiles } from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import type { Cell } from "../../packages/usage/src/cell.ts";
import { importUsage, readOptions, UsageReader } from "../../packages/usage/src/index.ts";
import type { ServerLocation, StoreLocation } from "../../packages/usage/src/store/port/location.ts";
import { HAS_CHDB, startChdb } from "../support/chdb.ts";
import { CLICKHOUSE, type Servers, startServer, startShards } from "../support/clickhouse.ts";

/*
 * The engines that a store can be kept by, beside DuckDB, as tests run them; undefined where this machine has none of the kind.
 */

export interface Engine {
  readonly name: string;
  readonly start: (() => Promise<Servers>) | undefined;
  /** Whether all cases with known answers are tried on it, which takes some seconds. */
  readonly hasCases: boolean;
}

const byProgram = (start: (program: string) => Promise<Servers>) =>
  CLICKHOUSE === undefined ? undefined : start.bind(undefined, CLICKHOUSE);

/** Servers by the version that Debian has, alone and as two shards, and ClickHouse of today. */
export const ENGINES: readonly Engine[] = [
  { name: "a ClickHouse server of 2018", start: byProgram(startServer), hasCases: true },
  { name: "a cluster of two shards", start: byProgram(startShards), hasCases: false },
  { name: "ClickHouse of today", start: HAS_CHDB ? startChdb : undefined, hasCases: true },
];

let databases = 0;

/** A database of its own on some servers. */
export async function newStore({ url, cluster, prepare }: Servers): Promise<ServerLocation> {
  const database = `store_${++databases}`;
  await prepare(database);
  return { engine: "clickhouse", url, database, user: "default", password: "", cluster };
}

/** An import of logs, as the command line asks for it. */
export interface Import {
  readonly spec: string;
  readonly log: string;
  readonly consumer?: string | null;
  readonly sources: readonly string[];
}

/** Imports logs into a store. */
export async function imported({ spec, log, consumer, sources }: Import, store: StoreLocation, cwd: string) {
  const host = nodeHost(cwd);
  const attribution = valueIn(await readAttribution(spec, { load: DEFAULT_LOAD, basePaths: [] }, host));
  const read = valueIn(readOptions(log, { consumer: consumer ?? undefined, fields: [] }));
  const stdin = () => process.stdin;
  const filesOf = (glob: string) => findFiles(host, glob, cwd);
  return importUsage({ store, log, sources, read, attribution, cwd, filesOf, stdin });
}

/** All that a store answers when it is read as a whole. */
export async function heldIn(store: StoreLocation) {
  const reader = valueIn(await UsageReader.open(store));
  const cells: Cell[] = [];
  for await (const some of reader.cells()) cells.push(...some);
  const totals = await reader.totals();
  await reader.close();
  return { cells, totals };
}
