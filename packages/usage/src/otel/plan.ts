import type { Attribution } from "../cell.ts";
import type { ConsumerSource } from "../formats/format.ts";
import { AGENTS, METHODS, PATHS, STATUSES, TEMPLATES } from "../formats/otlp.ts";
import { named, quoted } from "../store/clickhouse/server.ts";

/*
 * How spans in the tables of OpenTelemetry's exporter are counted where they lie: as tables in Parquet are, by the skeletons of their
 * paths. What a span lacks is an empty text.
 */

/** A table on the server of the store. */
export interface SpanTable {
  readonly database: string;
  readonly name: string;
}

/** A table as people write it, of a database where none is named. */
export function tableOf(text: string, database: string): SpanTable {
  const [, before = database, name = text] = /^([^.]+)\.(.+)$/.exec(text) ?? [];
  return { database: before, name };
}

/** The columns that are read, and their types. */
export const COLUMNS: Readonly<Record<string, RegExp>> = {
  Timestamp: /^DateTime64/,
  SpanKind: /String/,
  SpanAttributes: /^Map\(/,
  ResourceAttributes: /^Map\(/,
};

/** The kind of a server's span, as exporters of different ages write it. */
const IS_SERVER = "SpanKind IN ('Server', 'SPAN_KIND_SERVER')";

/** The days of a table that are over, each with the spans that are rows. */
export function daysSql({ database, name }: SpanTable): string {
  return `SELECT toString(toDate(Timestamp, 'UTC')) AS day, count() AS calls FROM ${named(database)}.${named(name)}
    WHERE ${IS_ROW} AND toDate(Timestamp, 'UTC') < toDate(now(), 'UTC') GROUP BY day ORDER BY day`;
}

/** The spans of one day, grouped. */
export function spansSql(
  { database, name }: SpanTable,
  [from, to]: readonly [from: string, to: string],
  consumer: ConsumerSource,
  attribution: Attribution,
): string {
  const start = (day: string) => `toDateTime64(${quoted(`${day} 00:00:00`)}, 9, 'UTC')`;
  return `SELECT method, ${skeletonSql(attribution)} AS target, template, status, toValidUTF8(who) AS consumer, count() AS calls FROM (
      SELECT ${firstOf(METHODS)} AS method, ${firstOf(PATHS)} AS path, ${firstOf(TEMPLATES)} AS template,
        ${firstOf(STATUSES)} AS status, ${consumerSql(consumer)} AS who
      FROM ${named(database)}.${named(name)}
      WHERE ${IS_ROW} AND Timestamp >= ${start(from)} AND Timestamp < ${start(to)}
    ) GROUP BY method, target, template, status, consumer`;
}

const has = (name: string) => `mapContains(SpanAttributes, ${quoted(name)})`;
const IS_ROW = `${IS_SERVER} AND (${METHODS.map(has).join(" OR ")})`;

/** The first of some attributes that a span has. */
function firstOf(names: readonly string[], otherwise = "''"): string {
  const choices = names.map((name) => `${has(name)}, SpanAttributes[${quoted(name)}]`);
  return `multiIf(${choices.join(", ")}, ${otherwise})`;
}

function consumerSql(consumer: ConsumerSource): string {
  if (consumer.kind === "agent") return `extract(${firstOf(AGENTS)}, '^[^/\\\\s]*')`;
  return consumer.kind === "field" ? firstOf([consumer.name], `ResourceAttributes[${quoted(consumer.name)}]`) : "''";
}

/** A path with \`{}\` for each segment that no template writes out; as it is where more than its path counts. */
function skeletonSql({ goesByPath, literals, partials }: Attribution): string {
  if (!goesByPath) return "toValidUTF8(path)";
  const members = `[${[...new Set(["", ...literals])].map(quoted).join(", ")}]`;
  // What is not ASCII or percent-encoded may be a literal once decoded.
  const kept = ["position(s, '%') > 0", "length(s) != lengthUTF8(s)", ...partials.map(partialSql)].join(" OR ");
  const segments = `arrayMap(s -> if(${kept}, s, transform(s, ${members}, ${members}, '{}')), splitByChar('/', cutQueryStringAndFragment(path)))`;
  return `toValidUTF8(if(startsWith(path, '/'), arrayStringConcat(${segments}, '/'), path))`;
}

function partialSql(text: string): string {
  return text === "" ? "1" : `position(s, ${quoted(text)}) > 0`;
}
