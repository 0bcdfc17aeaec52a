import { firstOf, isObject, type JsonObject, parseJson } from "../json-value.ts";
import { consumerOf, type Row, rowOf } from "../row.ts";
import { dayOfTime } from "../time.ts";
import { type LineFormat, type LineReader, LONGEST_TEXT, type ReadOptions } from "./format.ts";
import { consumerReader, namesOf } from "./json.ts";

/** Names of the columns of counts; those of requests serve as well. */
const DAYS = ["day", "date"];
const TEMPLATES = ["template", "route", "path_template"];
const CALLS = ["calls", "count", "requests"];
const ERRORS = ["errors", "error_count"];

/**
 * Counts that were made elsewhere, as CSV with a header or as JSON lines: day, consumer, method, path or template, calls,
 * errors. A line stands for as many rows as it counts calls.
 */
export const counts: LineFormat = {
  consumer: { kind: "usual" },
  offers: ["field", "none", "usual"],
  longest: LONGEST_TEXT,
  reader: (options) => {
    const read = countReader(options);
    const table = csvReader(read);
    return (line) => (line.trimStart().startsWith("{") ? [read(parseJson(line))] : table(line));
  },
};

function countReader({ consumer, fields }: ReadOptions): (value: unknown) => Row {
  const names = namesOf(fields);
  const who = consumerReader(consumer, names);
  return (value) => {
    if (!isObject(value)) return "it is not an object in JSON";
    const calls = wholeNumber(firstOf(value, CALLS));
    const errors = wholeNumber(firstOf(value, ERRORS) ?? 0);
    if (calls === undefined) return "its calls are not a whole number";
    if (errors === undefined || errors > calls) return "its errors are not a whole number up to its calls";
    const target = firstOf(value, names.path);
    const row = rowOf({
      method: firstOf(value, names.method),
      target,
      template: firstOf(value, TEMPLATES),
      day: dayOfTime(firstOf(value, [...DAYS, ...names.time])),
      status: undefined,
      consumer: consumerOf(who(value)),
    });
    if (typeof row === "string") return row;
    // A path of counts may be written as a template.
    return { ...row, template: row.template ?? row.target, calls, errors };
  };
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Reads lines of CSV (RFC 4180); the first names the columns. A field may not hold a line end. */
function csvReader(read: (value: unknown) => Row): LineReader {
  let columns: readonly string[] | undefined;
  return (line) => {
    const cells = cellsOf(line);
    if (cells === undefined) return ["its quotes do not end"];
    if (columns === undefined) {
      columns = cells.map((cell) => cell.trim());
      return columns.some((column) => CALLS.includes(column)) ? [] : ["it is not a header that names `calls`"];
    }
    if (cells.length !== columns.length) return [`it has ${cells.length} columns, and the header ${columns.length}`];
    const entries = columns.map((column, i) => [column, cells[i] === "" ? undefined : cells[i]]);
    return [read(Object.fromEntries(entries) as JsonObject)];
  };
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/y;

function cellsOf(line: string): string[] | undefined {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex <= line.length) {
    const start = CELL.lastIndex;
    const found = CELL.exec(line);
    if (found === null) return undefined;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    const end = start + found[0].length;
    if (!found[0].endsWith(",")) return end === line.length ? cells : undefined;
    CELL.lastIndex = end;
  }
  return cells;
}
