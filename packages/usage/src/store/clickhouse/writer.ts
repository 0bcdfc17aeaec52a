import { randomInt } from "node:crypto";
import type { OperationName } from "../../cell.ts";
import type { CountedCell } from "../../tally.ts";
import { dayText } from "../../time.ts";
import { rowsOf } from "../duckdb/open.ts";
import type { ServerLocation } from "../port/location.ts";
import { type DuckDB, type SourceRecord, type SourceWriter, unsound } from "../port/store.ts";
import { localName, TABLE } from "./schema.ts";
import { named, quoted, type Server } from "./server.ts";

const CELL = ["batch", "consumer", "method", "path", "day", "calls", "errors"];
const DAY_ROWS = ["batch", "day", "rows"];
const SOURCE = ["batch", "digest", "log", "rows", "matched", "unmatched", "malformed", "anonymous"];
/** Characters that are sent together. */
const TOGETHER = 1 << 18;

/** Takes one source into a store of ClickHouse: its rows have a batch, which counts from the moment on in which it is recorded. */
export class ServerWriter implements SourceWriter {
  readonly #server: Server;
  readonly #location: ServerLocation;
  readonly #operations: readonly OperationName[];
  readonly #batch = newBatch();
  #isStaged = false;
  /** Whether the record was sent: from then on the batch may count, even where no answer comes. */
  #mayCount = false;

  constructor(server: Server, location: ServerLocation, operations: readonly OperationName[]) {
    this.#server = server;
    this.#location = location;
    this.#operations = operations;
  }

  async isTaken(digest: string, rows: number): Promise<boolean> {
    const sql = `SELECT count() AS found FROM ${TABLE.source} WHERE digest = ${quoted(digest)} AND "rows" >= ${rows}`;
    const [answer] = await this.#server.all<{ readonly found: number }>(sql);
    return answer !== undefined && answer.found > 0;
  }

  async stage(cells: Iterable<CountedCell>): Promise<void> {
    const operations = this.#operations;
    const values = function* () {
      for (const { consumer, operation, day, calls, errors } of cells) {
        const { method = "", path = "" } = operations[operation] ?? {};
        yield [consumer, method, path, dayText(day), calls, errors];
      }
    };
    await this.#insert(TABLE.cell, CELL, values());
  }

  async stageFrom(select: string, { connection }: DuckDB): Promise<void> {
    const values = async function* () {
      for await (const cells of rowsOf<Readonly<Record<string, Value>>>(select, connection))
        for (const { consumer = null, method = "", path = "", day = "", calls = 0, errors = 0 } of cells)
          yield [consumer, method, path, day, calls, errors];
    };
    await this.#insert(TABLE.cell, CELL, values());
  }

  async commit({ digest, log, totals, days }: SourceRecord): Promise<void> {
    const sql = `SELECT sum(calls) AS calls FROM ${TABLE.cell} WHERE batch = ${this.#batch}`;
    const [arrived] = await this.#server.all<{ readonly calls: number }>(sql);
    const error = unsound(arrived?.calls ?? 0, totals);
    if (error) throw error;
    await this.#insert(
      TABLE.dayRows,
      DAY_ROWS,
      [...days].map(([day, rows]) => [dayText(day), rows]),
    );
    const { rows, matched, unmatched, malformed, anonymous } = totals;
    this.#mayCount = true;
    await this.#insert(TABLE.source, SOURCE, [[digest, log, rows, matched, unmatched, malformed, anonymous]]);
  }

  /** What is left counts nowhere: that it goes as well only saves room, so that nothing is said where it cannot. What may count stays. */
  async abandon(): Promise<void> {
    if (!this.#isStaged || this.#mayCount) return;
    const { cluster } = this.#location;
    const everywhere = cluster === undefined ? "" : ` ON CLUSTER ${named(cluster)}`;
    for (const table of [TABLE.cell, TABLE.dayRows]) {
      const own = cluster === undefined ? table : localName(table);
      await this.#server.run(`ALTER TABLE ${own}${everywhere} DELETE WHERE batch = ${this.#batch}`).catch(() => {});
    }
  }

  async #insert(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>,
  ): Promise<void> {
    this.#isStaged = true;
    await this.#server.insert(table, columns, linesOf(this.#batch, rows));
  }
}

type Value = string | number | null;

/** A batch that no other import has, and that is greater than those before: milliseconds, and 22 bits by chance. */
function newBatch(): string {
  return String((BigInt(Date.now()) << 22n) | BigInt(randomInt(1 << 22)));
}

/** Rows in the format TabSeparated, each with the batch before it. */
async function* linesOf(
  batch: string,
  rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>,
): AsyncGenerator<string> {
  let lines = "";
  for await (const row of rows) {
    lines += `${[batch, ...row.map(escaped)].join("\t")}\n`;
    if (lines.length < TOGETHER) continue;
    yield lines;
    lines = "";
  }
  yield lines;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0" };

function escaped(value: Value): string {
  if (value === null) return "\\N";
  return typeof value === "number" ? String(value) : value.replace(/[\\\t\n\r\0]/g, (found) => ESCAPES[found] ?? found);
}
