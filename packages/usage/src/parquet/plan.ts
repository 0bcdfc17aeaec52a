import type { Attribution } from "../cell.ts";
import { LAST_DAY } from "../time.ts";
import { type Column, isFloat, isInstant, isInteger, isText, type TableColumns } from "./columns.ts";

/*
 * How calls of a table are counted where it lies: segments that no template writes out become `{}`, so that millions of paths
 * come to a few skeletons. Calls are grouped by method, skeleton, consumer and day; only the skeletons are matched one by one.
 */

/** A literal text of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function named({ name }: Column): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The facts of a row as SQL: `method`, `path`, `day`, `status` (1 error, 0 none, -1 unreadable) and `consumer`. */
export interface RowFacts {
  readonly method: string;
  readonly path: string;
  readonly day: string;
  readonly status: string;
  readonly consumer: string;
}

/** The facts of a table's rows; undefined where its columns are of types that must be read row by row. */
export function rowFacts(columns: TableColumns, isAgent: boolean): RowFacts | undefined {
  const { time, method, path, status, consumer } = columns;
  if (time === undefined || method === undefined || path === undefined) return undefined;
  const day = dayOf(time);
  const code = status === undefined ? "0" : statusOf(status);
  const who = consumer === undefined ? "NULL::VARCHAR" : consumerOf(consumer, isAgent);
  if (!isText(method) || !isText(path) || day === undefined || code === undefined || who === undefined)
    return undefined;
  return { method: named(method), path: named(path), day, status: code, consumer: who };
}

/** Nanoseconds since 1970 beyond all days that count. */
const END = (LAST_DAY + 1) * 86_400e9;

/** The day of a time; null where it is none that counts. */
function dayOf(column: Column): string | undefined {
  const value = named(column);
  if (isInstant(column))
    return `CASE WHEN ${value}::DATE BETWEEN DATE '1970-01-01' AND DATE '9999-12-31' THEN ${value}::DATE - DATE '1970-01-01' END`;
  const days = (unit: number) =>
    isInteger(column) ? `${value} // ${unit * 86_400}` : `floor(${value} / ${unit * 86_400})::BIGINT`;
  const finite = isInteger(column) ? "" : ` OR NOT isfinite(${value})`;
  if (!isInteger(column) && !isFloat(column)) return undefined;
  return `CASE WHEN ${value} < 0 OR ${value} >= ${END}${finite} THEN NULL WHEN ${value} < 1e11 THEN ${days(1)} WHEN ${value} < 1e14 THEN ${days(1e3)}
    WHEN ${value} < 1e17 THEN ${days(1e6)} ELSE ${days(1e9)} END`;
}

function statusOf(column: Column): string | undefined {
  const value = named(column);
  if (isInteger(column))
    return `CASE WHEN coalesce(${value}, 0) = 0 THEN 0 WHEN ${value} BETWEEN 100 AND 599 THEN (${value} >= 500)::INTEGER ELSE -1 END`;
  if (isText(column))
    return `CASE WHEN coalesce(${value}, '') IN ('', '-', '0', '000') THEN 0
      WHEN regexp_full_match(${value}, '[1-5][0-9][0-9]') THEN (${value} >= '500')::INTEGER ELSE -1 END`;
  return undefined;
}

function consumerOf(column: Column, isAgent: boolean): string | undefined {
  const value = named(column);
  if (isInteger(column) && !isAgent) return `${value}::VARCHAR`;
  if (!isText(column)) return undefined;
  const text = isAgent ? `regexp_extract(${value}, '^[^/\\s]*')` : value;
  return `CASE WHEN ${text} NOT IN ('', '-') THEN ${text} END`;
}

/** Makes the table \`grouped\` of the calls of a file. */
export function groupingSql(file: string, facts: RowFacts, { literals, partials }: Attribution): string {
  // Most paths have neither, and to look is quicker than to cut.
  const cut =
    "CASE WHEN contains(path, '?') OR contains(path, '#') THEN split_part(split_part(path, '?', 1), '#', 1) ELSE path END";
  // A member of an enumeration is found in one step, whatever their number.
  const members = [...new Set(["", ...literals])].map(quoted).join(", ");
  // What is not ASCII or percent-encoded may be a literal once decoded.
  const kept = ["contains(s, '%')", "strlen(s) <> length(s)", ...partials.map((text) => partialSql(text))];
  return `
    CREATE OR REPLACE TEMP TABLE grouped AS
    WITH facts AS (
      SELECT coalesce(${facts.method}, '') AS method, coalesce(${facts.path}, '') AS path, ${facts.day} AS day,
        ${facts.status} AS status, ${facts.consumer} AS consumer
      FROM read_parquet(${quoted(file)})
    )
    SELECT method,
      CASE WHEN starts_with(path, '/') THEN array_to_string(list_transform(string_split(${cut}, '/'), lambda s:
        CASE WHEN try_cast(s AS ENUM (${members})) IS NOT NULL OR ${kept.join(" OR ")} THEN s ELSE '{}' END), '/')
      ELSE ${cut} END AS skeleton,
      consumer, day, count(*) AS calls,
      count(*) FILTER (status = 1) AS errors, count(*) FILTER (status = -1) AS unreadable
    FROM facts GROUP BY ALL`;
}

function partialSql(text: string): string {
  return text === "" ? "true" : `contains(s, ${quoted(text)})`;
}

/** Rows that may be malformed, the first ones, with their facts as they stand. */
export function suspectsSql(file: string, facts: RowFacts): string {
  return `
    WITH facts AS (
      SELECT file_row_number AS number, ${facts.method} AS method, ${facts.path} AS path, ${facts.day} AS day, ${facts.status} AS status
      FROM read_parquet(${quoted(file)}, file_row_number = true)
    )
    SELECT number::DOUBLE, method, path, day::DOUBLE, status FROM facts
    WHERE day IS NULL OR status = -1 OR coalesce(path, '') IN ('', '-')
      OR NOT regexp_full_match(coalesce(method, ''), '[!#$%&''*+.^_\`|~0-9A-Za-z-]+') OR method = '-'
    ORDER BY number LIMIT 10`;
}
