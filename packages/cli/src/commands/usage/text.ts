import { escapeMarkdown, inlineCode, jsonText, oneLine, plainLines } from "@concordat/engine/report";
import type { Cell, Totals, UsageReader } from "@concordat/usage";
import { csvLine, sparkline, type TableFormat, tableLines } from "../../output/table.ts";

/** The parts of a usage report that are read of a store. */
export type UsageSource = Pick<UsageReader, "cells" | "totals" | "daysWithRows">;

/** What a store holds, in one of the forms, with a line end. */
export async function renderUsage(store: UsageSource, format: TableFormat): Promise<string> {
  switch (format) {
    case "json":
      return jsonReport(store);
    case "csv":
      return csvReport(store);
    case "markdown":
      return markdownReport(await store.totals(), await linesOf(store));
    case "table":
      return tableReport(await store.totals(), await linesOf(store));
  }
}

/** No log has rows of other days. */
const ALL_DAYS = ["1970-01-01", "9999-12-31"] as const;

async function jsonReport(store: UsageSource): Promise<string> {
  // Before the cells: of a day that is imported meanwhile, a report may have cells, and never their absence.
  const days = [...(await store.daysWithRows(...ALL_DAYS))].sort();
  const parts: string[] = [];
  for await (const cells of store.cells()) for (const cell of cells) parts.push(jsonText(cell));
  return `{"cells":[${parts.join(",\n")}],\n"days":${jsonText(days)},\n"totals":${jsonText(await store.totals())}}\n`;
}

async function csvReport(store: UsageSource): Promise<string> {
  const parts = [csvLine(["consumer", "method", "path", "day", "calls", "errors"])];
  for await (const cells of store.cells())
    for (const { consumer, method, path, day, calls, errors } of cells)
      parts.push(csvLine([consumer ?? "", method, path, day, String(calls), String(errors)]));
  return parts.join("");
}

/** Calls of one operation by one consumer over all days. */
interface Line extends Pick<Cell, "consumer" | "method" | "path"> {
  calls: number;
  errors: number;
  last: string;
  readonly days: Map<string, number>;
}

/** Cells come ordered by consumer and operation, so that those of one line follow each other. */
async function linesOf(store: UsageSource): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const cells of store.cells())
    for (const { consumer, method, path, day, calls, errors } of cells) {
      let line = lines.at(-1);
      if (line === undefined || line.consumer !== consumer || line.method !== method || line.path !== path) {
        line = { consumer, method, path, calls: 0, errors: 0, last: day, days: new Map() };
        lines.push(line);
      }
      line.calls += calls;
      line.errors += errors;
      line.last = day;
      line.days.set(day, calls);
    }
  return lines;
}

const HEADS = ["Consumer", "Operation", "Calls", "Errors", "Last call"];

function rowOf({ consumer, method, path, calls, errors, last }: Line): string[] {
  return [consumer ?? "(anonymous)", `${method} ${path}`, String(calls), String(errors), last];
}

function totalsText({ rows, matched, unmatched, malformed, anonymous }: Totals): string {
  return `${rows} rows: ${matched} matched (${anonymous} anonymous), ${unmatched} unmatched, ${malformed} malformed`;
}

function tableReport(totals: Totals, lines: readonly Line[]): string {
  const trend = (line: Line) => sparkline(line.days);
  const table = tableLines([[...HEADS, "Trend"], ...lines.map((line) => [...rowOf(line), trend(line)].map(oneLine))]);
  return plainLines(`${[...table, "", totalsText(totals)].join("\n")}\n`);
}

function markdownReport(totals: Totals, lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const [consumer = "", operation = "", ...rest] = rowOf(line);
    return `| ${[escapeMarkdown(consumer), inlineCode(operation), ...rest].join(" | ")} |`;
  });
  return `${[`| ${HEADS.join(" | ")} |`, "| --- | --- | ---: | ---: | --- |", ...rows, "", totalsText(totals)].join("\n")}\n`;
}
