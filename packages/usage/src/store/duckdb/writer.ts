import { DuckDBDateValue } from "@duckdb/node-api";
import type { OperationName } from "../../cell.ts";
import type { CountedCell } from "../../tally.ts";
import { type DuckDB, type SourceRecord, type SourceWriter, unsound } from "../port/store.ts";

/** Takes one source into the store of a file, in a transaction. */
export class FileWriter implements SourceWriter {
  readonly #store: DuckDB;
  readonly #operations: readonly OperationName[];
  /** The calls that were in the store before. */
  readonly #before: number;

  private constructor(store: DuckDB, operations: readonly OperationName[], before: number) {
    this.#store = store;
    this.#operations = operations;
    this.#before = before;
  }

  /** Begins with a source. */
  static async begin(store: DuckDB, operations: readonly OperationName[]): Promise<FileWriter> {
    await store.connection.run("BEGIN");
    return new FileWriter(store, operations, await callsIn(store));
  }

  /** Sources of this store are logs, of which the same content has the same rows. */
  async isTaken(digest: string): Promise<boolean> {
    const found = await this.#store.connection.runAndReadAll("SELECT 1 FROM source WHERE digest = $1", [digest]);
    return found.currentRowCount > 0;
  }

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

  async stageFrom(select: string): Promise<void> {
    await this.#store.connection.run(`INSERT INTO cell ${select}`);
  }

  async commit({ digest, log, totals, days }: SourceRecord): Promise<void> {
    const { connection } = this.#store;
    const { rows, matched, unmatched, malformed, anonymous } = totals;
    const error = unsound((await callsIn(this.#store)) - this.#before, totals);
    if (error) throw error;
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

  async abandon(): Promise<void> {
    try {
      await this.#store.connection.run("ROLLBACK");
    } catch {
      // A commit that failed, such as for a full disk, has ended the transaction by itself.
    }
  }
}

/** All calls of a store, those of the source that is being written included. */
async function callsIn({ connection }: DuckDB): Promise<number> {
  const sum = await connection.runAndReadAll("SELECT coalesce(sum(calls), 0)::DOUBLE FROM cell");
  return Number(sum.getRows()[0]?.[0]);
}
