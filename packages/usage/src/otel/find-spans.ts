import { createHash } from "node:crypto";
import { allRows } from "../all-rows.ts";
import { renaming } from "../consumers.ts";
import { numberOf } from "../formats/otlp.ts";
import type { ImportRequest, Reading, ReadSource } from "../request.ts";
import { failed, inputFailure, toolFailure, type UsageFailure, type UsageResult } from "../result.ts";
import { consumerOf, productOf, rowOf } from "../row.ts";
import type { SourceWriter, UsageStore } from "../store/port/store.ts";
import { MOST_CELLS, Tally } from "../tally.ts";
import { dayOfTime, dayText } from "../time.ts";
import { COLUMNS, daysSql, type SpanTable, spansSql, tableOf } from "./plan.ts";

/** The format of logs that are tables of OpenTelemetry's exporter, on the server of the store. */
export const OTEL_TRACES = "otel-traces";

/** The first version of ClickHouse whose maps are ready for use. */
const LEAST_VERSION = 22;

/**
 * Finds the days of tables that are over: each is a source. A day goes by its name, and not by its content: spans that come late are
 * counted when the table is imported again, and those that the table has dropped since stay counted.
 */
export async function findSpans(request: ImportRequest, store: UsageStore): Promise<UsageResult<readonly Reading[]>> {
  if (request.store.engine !== "clickhouse")
    return inputFailure(
      "usage",
      `\`--log ${OTEL_TRACES}\` reads tables on the server of the store. Name a store as \`clickhouse:URL\`, or import spans as \`otlp\`.`,
    );
  const refusal = await oldServer(store);
  if (refusal !== undefined) return refusal;
  const readings: Reading[] = [];
  for (const text of request.sources) {
    const found = await readingsOf(tableOf(text, request.store.database), text, request, store);
    if (failed(found)) return found;
    readings.push(...found.value);
  }
  return { value: readings };
}

async function oldServer(store: UsageStore): Promise<UsageFailure | undefined> {
  const [answer] = await allRows(store.rows<{ readonly version: string }>("SELECT version() AS version"));
  if (answer === undefined || Number.parseInt(answer.version, 10) >= LEAST_VERSION) return undefined;
  return toolFailure(
    "store-old",
    `\`--log ${OTEL_TRACES}\` needs ClickHouse ${LEAST_VERSION} or later, for its maps. The server of \`${store.name}\` is version ${answer.version}. Update it, or import spans as \`otlp\`.`,
  );
}

async function readingsOf(
  table: SpanTable,
  text: string,
  request: ImportRequest,
  store: UsageStore,
): Promise<UsageResult<readonly Reading[]>> {
  const refusal = await otherTable(table, text, store);
  if (refusal !== undefined) return refusal;
  const days = await allRows(store.rows<{ readonly day: string; readonly calls: number }>(daysSql(table)));
  return {
    value: days.map(({ day, calls }) => {
      const identity = JSON.stringify([OTEL_TRACES, table.database, table.name, day]);
      const digest = createHash("sha256").update(identity).digest("hex");
      const name = `${text} ${day}`;
      const read = (writer: SourceWriter) => readDay({ table, day, digest, name }, request, store, writer);
      return { name, identity: { digest, rows: calls }, read };
    }),
  };
}

async function otherTable(
  { database, name }: SpanTable,
  text: string,
  store: UsageStore,
): Promise<UsageFailure | undefined> {
  const sql = `SELECT name, type FROM system.columns WHERE database = ${store.quoted(database)} AND table = ${store.quoted(name)}`;
  const found = await allRows(store.rows<{ readonly name: string; readonly type: string }>(sql));
  if (found.length === 0)
    return inputFailure(
      "source-missing",
      `There is no table \`${database}.${name}\` on the server of the store. Name one that OpenTelemetry's exporter fills, such as \`otel.otel_traces\`.`,
    );
  const types = new Map(found.map((column) => [column.name, column.type]));
  const [lacking] = Object.entries(COLUMNS).filter(([column, form]) => !form.test(types.get(column) ?? ""));
  if (lacking === undefined) return undefined;
  const type = types.get(lacking[0]);
  const what = type === undefined ? `has no column \`${lacking[0]}\`` : `has \`${lacking[0]}\` of type ${type}`;
  return inputFailure(
    "source-format",
    `The table ${what}. Name one with the columns that OpenTelemetry's exporter makes, whose attributes are maps.`,
    { file: text },
  );
}

/** One day of a table. */
interface DayOfSpans {
  readonly table: SpanTable;
  readonly day: string;
  readonly digest: string;
  readonly name: string;
}

/** Spans that are alike, and how many there are. */
interface SpanGroup {
  readonly method: string;
  readonly target: string;
  readonly template: string;
  readonly status: string;
  readonly consumer: string;
  readonly calls: number;
}

async function readDay(
  { table, day, digest, name }: DayOfSpans,
  { attribution, hashKey, read: { consumer }, onProgress }: ImportRequest,
  store: UsageStore,
  writer: SourceWriter,
): Promise<UsageResult<ReadSource>> {
  const tally = new Tally(attribution, renaming(hashKey));
  const number = dayOfTime(day) ?? 0;
  const nameOfConsumer = consumer.kind === "agent" ? productOf : consumerOf;
  const sql = spansSql(table, [day, dayText(number + 1)], consumer, attribution);
  for await (const groups of store.rows<SpanGroup>(sql)) {
    for (const { status, calls, consumer: who, ...span } of groups) {
      const row = rowOf({ ...span, day: number, status: numberOf(status), consumer: nameOfConsumer(who) });
      if (typeof row === "string") tally.malformed(row, undefined, calls);
      else tally.add({ ...row, calls, errors: row.errors * calls }, undefined);
    }
    if (tally.size > MOST_CELLS) await writer.stage(tally.drain());
    onProgress?.(name, tally.totals.rows);
  }
  await writer.stage(tally.drain());
  return { value: { digest, totals: tally.totals, days: tally.days, malformed: tally.samples } };
}
