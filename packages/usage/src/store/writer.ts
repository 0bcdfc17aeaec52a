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

  private constructor(store: OpenStore) {
    this.#store = store;
  }

  /** Begins with a source. */
  static async begin(store: OpenStore, operations: readonly OperationName[]): Promise<SourceWriter> {
    const { connection } = store;
    await connection.run("BEGIN");
    await connection.run(`CREATE OR REPLACE TEMP TABLE operation (id INTEGER, method VARCHAR, path VARCHAR);
      CREATE OR REPLACE TEMP TABLE staged (consumer VARCHAR, operation INTEGER, day DATE, calls BIGINT, errors BIGINT)`);
    const appender = await connection.createAppender("operation");
    for (const [id, { method, path }] of operations.entries()) {
      appender.appendInteger(id);
      appender.appendVarchar(method);
      appender.appendVarchar(path);
      appender.endRow();
    }
    appender.closeSync();
    return new SourceWriter(store);
  }

  /** Whether a source of the same content was taken before. */
  async isTaken(digest: string): Promise<boolean> {
    const found = await this.#store.connection.runAndReadAll("SELECT 1 FROM source WHERE digest = $1", [digest]);
    return found.currentRowCount > 0;
  }

  /** Adds cells, which may have been added before. */
  async stage(cells: Iterable<CountedCell>): Promise<void> {
    const appender = await this.#store.connection.createAppender("staged");
    for (const { consumer, operation, day, calls, errors } of cells) {
      if (consumer === null) appender.appendNull();
      else appender.appendVarchar(consumer);
      appender.appendInteger(operation);
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
    const staged = await connection.runAndReadAll("SELECT coalesce(sum(calls), 0)::DOUBLE FROM staged");
    const [[calls] = []] = staged.getRows();
    if (calls !== matched || rows !== matched + unmatched + malformed)
      throw new Error(`${calls} calls of ${matched} arrived in the store, of ${rows} rows`);
    await connection.run(
      "INSERT INTO source VALUES ($1, $2, $3::BIGINT, $4::BIGINT, $5::BIGINT, $6::BIGINT, $7::BIGINT)",
      [digest, log, rows, matched, unmatched, malformed, anonymous],
    );
    await connection.run(`INSERT INTO cell
      SELECT consumer, method, path, day, sum(calls), sum(errors)
      FROM staged JOIN operation ON operation.id = staged.operation
      GROUP BY ALL ORDER BY method, path, consumer, day`);
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
    await this.#store.connection.run("ROLLBACK");
  }
}
