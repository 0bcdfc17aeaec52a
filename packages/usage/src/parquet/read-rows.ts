import { DuckDBTimestampValue } from "@duckdb/node-api";
import { renaming } from "../consumers.ts";
import { objectReader } from "../formats/json.ts";
import type { ImportRequest, ReadSource } from "../request.ts";
import type { DuckDB, SourceWriter } from "../store/port/store.ts";
import { MOST_CELLS, Tally } from "../tally.ts";
import { type Column, isInstant, type TableColumns } from "./columns.ts";
import { quoted } from "./plan.ts";

/** Reads a table row by row, as the objects of JSON lines are read. */
export async function readRows(
  file: string,
  columns: TableColumns,
  { attribution, hashKey, read, onProgress }: ImportRequest,
  { instance }: DuckDB,
  writer: SourceWriter,
): Promise<Omit<ReadSource, "digest">> {
  const present = Object.entries(columns).flatMap(([fact, column]) => (column ? [{ fact, column }] : []));
  const selected = present.map(({ fact, column }) => {
    const name = fact === "consumer" && read.consumer.kind === "agent" ? "agent" : fact;
    return `${plainSql(column)} AS "${name}"`;
  });
  const rowOf = objectReader({ consumer: standIn(read.consumer.kind), fields: {} });
  const tally = new Tally(attribution, renaming(hashKey));
  // What is streamed on a connection is cut short when the same appends: this one only reads.
  const connection = await instance.connect();
  try {
    const result = await connection.stream(
      `SELECT ${["1 AS one", ...selected].join(", ")} FROM read_parquet(${quoted(file)})`,
    );
    const names = result.columnNames();
    let number = 0;
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const values of chunk.getRows())
        tally.add(rowOf(Object.fromEntries(names.map((name, i) => [name, plain(values[i])]))), ++number);
      if (tally.size > MOST_CELLS) await writer.stage(tally.drain());
      onProgress?.(file, number);
    }
    await writer.stage(tally.drain());
    const counted = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM read_parquet(${quoted(file)})`);
    if (counted.getRows()[0]?.[0] !== number) throw new Error(`${number} rows arrived of those in the table`);
  } finally {
    connection.closeSync();
  }
  return { totals: tally.totals, days: tally.days, malformed: tally.samples };
}

/** A column as a type that JSON has a value for, or as a time. */
function plainSql(column: Column): string {
  const name = `"${column.name.replaceAll('"', '""')}"`;
  if (isInstant(column)) return `${name}::TIMESTAMP`;
  // Writers that know no texts write their bytes; what is no UTF-8 is none.
  if (column.type === "BLOB") return `try(decode(${name}))`;
  if (/^(?:DECIMAL|FLOAT|DOUBLE)/.test(column.type))
    return `CASE WHEN isfinite(${name}::DOUBLE) THEN ${name}::DOUBLE END`;
  return /^(?:UUID|ENUM|U?HUGEINT)/.test(column.type) ? `${name}::VARCHAR` : name;
}

/** The column that was chosen stands under a name of its own. */
function standIn(kind: ImportRequest["read"]["consumer"]["kind"]): ImportRequest["read"]["consumer"] {
  return kind === "agent" || kind === "none" ? { kind } : { kind: "field", name: "consumer" };
}

/** A value as JSON would have it; times are their text, as microseconds could be taken for another unit. */
function plain(value: unknown): unknown {
  return value instanceof DuckDBTimestampValue ? value.toString() : value;
}
