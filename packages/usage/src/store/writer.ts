import { DuckDBDateValue } from "@duckdb/node-api";
import type { OperationName, Totals } from "../cell.ts";
import type { CountedCell } from "../tally.ts";
import type { OpenStore } from "./open.ts";

/** What is known of a source when all of it is read. */
export interface SourceRecord {
  readonly digest: string;
  readonly log: string;
  readonly totals: Totals;
  /** Rows by day. */
  readonly days: ReadonlyMap<number, number>;
}

/** Takes one source into a store: all of it, or nothing. */
export class SourceWriter {
  readonly #store: OpenStore;
  readonly #operations: readonly OperationName[];
  /** The calls that were in the store before. */
  readonly #before: number;

  private constructor(store: OpenStore, operations: readonly OperationName[], before: number) {
    this.#store = store;
    this.#operations = operations;
    this.#before = before;
  }

  /** Begins with a source. */
  static async begin(store: OpenStore, operations: readonly OperationName[]): Promise<SourceWriter> {
    await store.connection.run("BEGIN");
    return new SourceWriter(store, operations, await callsIn(store));
  }

  /** Whether a source of the same content was taken before. */
  async isTaken(digest: string): Promise<boolean> {
    const found = await this.#store.connection.runAndReadAll("SELECT 1 FROM source WHERE digest = $1", [digest]);
    return found.currentRowCount > 0;
  }

  /** Adds cells; those of one key may come several times. */
  async stage(cells: Iterable<CountedCell>): Promise<void> {
    const appender = await this.#store.connection.createAppender("cell");
    for (const { consumer, operation, day, calls, errors } of cells) {
      const { method = "", path = "" } = this.#operations[operation] ?? {};
      if (consumer === null) appender.appendNull();
      else appender.appendVarchar(consumer);
      appender.appendVarchar(method);
      appender.appendVarchar(path);
      appender.appendDate(new DuckDBDateValue(day));
      appender.appendBigInt(BigInt(calls));
      appender.appendBigInt(BigInt(errors));
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Ends with the source: from now on it counts. */
  async commit({ digest, log, totals, days }: SourceRecord): Promise<void> {
    const { connection } = this.#store;
    const { rows, matched, unmatched, malformed, anonymous } = totals;
    const calls = (await callsIn(this.#store)) - this.#before;
    if (calls !== matched || rows !== matched + unmatched + malformed)
      throw new Error(`${calls} calls of ${matched} arrived in the store, of ${rows} rows`);
    await connection.run(
      "INSERT INTO source VALUES ($1, $2, $3::BIGINT, $4::BIGINT, $5::BIGINT, $6::BIGINT, $7::BIGINT)",
      [digest, log, rows, matched, unmatched, malformed, anonymous],
    );
    const appender = await connection.createAppender("day_rows");
    for (const [day, count] of days) {
      appender.appendDate(new DuckDBDateValue(day));
      appender.appendBigInt(BigInt(count));
      appender.endRow();
    }
    appender.closeSync();
    await connection.run("COMMIT");
  }

  /** Leaves the store as it was. */
  async abandon(): Promise<void> {
    try {
      await this.#store.connection.run("ROLLBACK");
    } catch {
      // A commit that failed, such as for a full disk, has ended the transaction by itself.
    }
  }
}

/** All calls of a store, those of the source that is being written included. */
async function callsIn({ connection }: OpenStore): Promise<number> {
  const sum = await connection.runAndReadAll("SELECT coalesce(sum(calls), 0)::DOUBLE FROM cell");
  return Number(sum.getRows()[0]?.[0]);
}
