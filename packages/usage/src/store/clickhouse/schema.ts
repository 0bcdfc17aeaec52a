import type { ServerLocation } from "../port/location.ts";
import type { CountedTable, StoreTables } from "../port/store.ts";
import { named, quoted } from "./server.ts";

/*
 * The tables of a store in ClickHouse, whose names have the version of their form. There are no transactions: all rows of one
 * import of a source have its batch, a number that rises with time, and count from the moment on in which its one row arrives in
 * the table of sources. Of several records of one source, that with the most rows counts, and of those the first.
 */

const PREFIX = "concordat_v1_";

/** The names of the tables. */
export const TABLE = { source: `${PREFIX}source`, cell: `${PREFIX}cell`, dayRows: `${PREFIX}day_rows` } as const;

const PUBLISHED = `batch GLOBAL IN (SELECT batch FROM ${TABLE.source} ORDER BY "rows" DESC, batch LIMIT 1 BY digest)`;
const counted = (name: string): CountedTable => ({ name, counts: PUBLISHED });

/** The tables as they are read. */
export const TABLES: StoreTables = {
  source: counted(TABLE.source),
  cell: counted(TABLE.cell),
  dayRows: counted(TABLE.dayRows),
};

/** Columns and order of each table. A day is a text, as a `Date` of ClickHouse ends in the year 2105. */
const FORMS = [
  {
    name: TABLE.source,
    columns: [
      "batch UInt64, digest String, log String",
      '"rows" UInt64, matched UInt64, unmatched UInt64, malformed UInt64, anonymous UInt64',
    ],
    order: "digest",
  },
  {
    name: TABLE.cell,
    columns: [
      "batch UInt64, consumer Nullable(String), method String, path String, day String, calls UInt64, errors UInt64",
    ],
    order: "method, path, day",
  },
  { name: TABLE.dayRows, columns: ['batch UInt64, day String, "rows" UInt64'], order: "day" },
];

/** The bits of a batch below those that change once in 25 days: each such period is a partition. */
const PARTITION_BITS = 53;

/** The statements that make the tables; on all servers of a cluster, where there is one. */
export function statements({ database, cluster }: ServerLocation): readonly string[] {
  const everywhere = cluster === undefined ? "" : ` ON CLUSTER ${named(cluster)}`;
  return FORMS.flatMap(({ name, columns, order }) => {
    const create = (table: string, engine: string) =>
      `CREATE TABLE IF NOT EXISTS ${named(database)}.${table}${everywhere} (${columns.join(", ")}) ENGINE = ${engine}`;
    const engine = `MergeTree PARTITION BY bitShiftRight(batch, ${PARTITION_BITS}) ORDER BY (${order})`;
    if (cluster === undefined) return [create(name, engine)];
    const shared = [cluster, database, localName(name)].map(quoted).join(", ");
    return [create(localName(name), engine), create(name, `Distributed(${shared}, rand())`)];
  });
}

/** What the part of a table is called that one server of a cluster has. */
export function localName(table: string): string {
  return `${table}_local`;
}

/** The statement that makes the database. */
export function databaseStatement({ database, cluster }: ServerLocation): string {
  return `CREATE DATABASE IF NOT EXISTS ${named(database)}${cluster === undefined ? "" : ` ON CLUSTER ${named(cluster)}`}`;
}
