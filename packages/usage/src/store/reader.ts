import { allRows } from "../all-rows.ts";
import type { Cell, OperationName, Totals } from "../cell.ts";
import { failed, type UsageResult } from "../result.ts";
import { openStore } from "./open.ts";
import { StoreFailure } from "./port/failure.ts";
import type { StoreLocation } from "./port/location.ts";
import type { CountedTable, UsageStore } from "./port/store.ts";

/** Calls of one operation by one consumer on one day. */
export interface ConsumerDays extends OperationName {
  readonly consumer: string | null;
  readonly day: string;
  readonly calls: number;
}

/** Reads what a store holds, in SQL that all engines have. */
export class UsageReader {
  readonly #store: UsageStore;

  private constructor(store: UsageStore) {
    this.#store = store;
  }

  static async open(location: StoreLocation): Promise<UsageResult<UsageReader>> {
    const opened = await openStore(location, "read");
    return failed(opened) ? opened : { value: new UsageReader(opened.value) };
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async totals(): Promise<Totals> {
    const names = ["rows", "matched", "unmatched", "malformed", "anonymous"];
    const sums = names.map((name) => `coalesce(sum("${name}"), 0) AS "${name}"`).join(", ");
    const [row] = await this.#rows<Totals>(`SELECT ${sums} FROM ${within(this.#store.tables.source)}`);
    return row as Totals;
  }

  /** All cells, some at a time: anonymous first, then by consumer, method, path and day. */
  cells(): AsyncGenerator<readonly Cell[]> {
    return this.#some(
      `SELECT consumer, method, path, day, sum(calls) AS calls, sum(errors) AS errors FROM ${within(this.#store.tables.cell)}
       GROUP BY consumer, method, path, day ORDER BY consumer NULLS FIRST, method, path, day`,
    );
  }

  /** The operations of which there are calls up to a day, that included. */
  operations(until: string): Promise<readonly OperationName[]> {
    const { tables, quoted } = this.#store;
    return this.#rows(
      `SELECT DISTINCT method, path FROM ${within(tables.cell)} AND day <= ${quoted(until)} ORDER BY method, path`,
    );
  }

  /** The cells of some operations up to a day, that included. */
  async cellsOf(operations: readonly OperationName[], until: string): Promise<readonly ConsumerDays[]> {
    const { tables, quoted } = this.#store;
    if (operations.length === 0) return [];
    return this.#rows(
      `SELECT consumer, method, path, day, sum(calls) AS calls FROM ${within(tables.cell)}
       AND day <= ${quoted(until)} AND ${this.#among(operations)}
       GROUP BY consumer, method, path, day ORDER BY consumer NULLS FIRST, method, path, day`,
    );
  }

  /** The calls that each consumer made of some operations from one day to another, both included. */
  async callsByConsumer(
    operations: readonly OperationName[],
    from: string,
    to: string,
  ): Promise<ReadonlyMap<string | null, number>> {
    if (operations.length === 0) return new Map();
    const rows = await this.#rows<{ readonly consumer: string | null; readonly calls: number }>(
      `SELECT consumer, sum(calls) AS calls FROM ${within(this.#store.tables.cell)}
       AND ${this.#between(from, to)} AND ${this.#among(operations)}
       GROUP BY consumer ORDER BY consumer NULLS FIRST`,
    );
    return new Map(rows.map(({ consumer, calls }) => [consumer, calls]));
  }

  /** The days from one to another of which there is any row. */
  async daysWithRows(from: string, to: string): Promise<ReadonlySet<string>> {
    const rows = await this.#rows<{ readonly day: string }>(
      `SELECT DISTINCT day FROM ${within(this.#store.tables.dayRows)} AND ${this.#between(from, to)}`,
    );
    return new Set(rows.map(({ day }) => day));
  }

  #among(operations: readonly OperationName[]): string {
    const { quoted } = this.#store;
    return `(method, path) IN (${operations.map(({ method, path }) => `(${quoted(method)}, ${quoted(path)})`).join(", ")})`;
  }

  #between(from: string, to: string): string {
    return `day BETWEEN ${this.#store.quoted(from)} AND ${this.#store.quoted(to)}`;
  }

  #rows<Row>(sql: string): Promise<readonly Row[]> {
    return allRows(this.#some<Row>(sql));
  }

  /** @throws {StoreFailure} */
  async *#some<Row>(sql: string): AsyncGenerator<readonly Row[]> {
    try {
      yield* this.#store.rows<Row>(sql);
    } catch (error) {
      throw new StoreFailure(this.#store.failureOf(error), error);
    }
  }
}

/** A table with those of its rows that count, as the end of a query that further conditions may follow. */
function within({ name, counts }: CountedTable): string {
  return `${name} WHERE ${counts}`;
}
