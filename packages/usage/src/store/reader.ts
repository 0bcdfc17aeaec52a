import type { Cell, OperationName, Totals } from "../cell.ts";
import { failed, type UsageResult } from "../result.ts";
import { closeStore, type OpenStore, openStore } from "./open.ts";

const SUM = "sum(calls)::DOUBLE, sum(errors)::DOUBLE";

/** Calls of one operation by one consumer, summed over days. */
export interface ConsumerDays extends OperationName {
  readonly consumer: string | null;
  readonly day: string;
  readonly calls: number;
}

/** Reads what a store holds. */
export class UsageReader {
  readonly #store: OpenStore;

  private constructor(store: OpenStore) {
    this.#store = store;
  }

  static async open(path: string): Promise<UsageResult<UsageReader>> {
    const opened = await openStore(path, "read");
    return failed(opened) ? opened : { value: new UsageReader(opened.value) };
  }

  close(): void {
    closeStore(this.#store);
  }

  async totals(): Promise<Totals> {
    const names = ["rows", "matched", "unmatched", "malformed", "anonymous"] as const;
    const sums = names.map((name) => `coalesce(sum("${name}"), 0)::DOUBLE`).join(", ");
    const [row = []] = await this.#rows(`SELECT ${sums} FROM source`);
    return Object.fromEntries(names.map((name, i) => [name, row[i]])) as unknown as Totals;
  }

  /** All cells, some at a time: anonymous first, then by consumer, method, path and day. */
  async *cells(): AsyncGenerator<readonly Cell[]> {
    const result = await this.#store.connection.stream(`
      SELECT consumer, method, path, day::VARCHAR, ${SUM} FROM cell
      GROUP BY ALL ORDER BY 1 NULLS FIRST, 2, 3, 4`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
      yield chunk
        .getRows()
        .map(
          ([consumer, method, path, day, calls, errors]) =>
            ({ consumer, method, path, day, calls, errors }) as unknown as Cell,
        );
  }

  /** The cells of some operations up to a day, that included. */
  async cellsOf(operations: readonly OperationName[], until: string): Promise<readonly ConsumerDays[]> {
    const wanted = operations.map((_, i) => `($${2 * i + 2}, $${2 * i + 3})`).join(", ");
    if (wanted === "") return [];
    const rows = await this.#rows(
      `SELECT consumer, method, path, day::VARCHAR, sum(calls)::DOUBLE FROM cell
       WHERE day <= $1::DATE AND (method, path) IN (${wanted}) GROUP BY ALL ORDER BY ALL`,
      [until, ...operations.flatMap(({ method, path }) => [method, path])],
    );
    return rows.map(
      ([consumer, method, path, day, calls]) => ({ consumer, method, path, day, calls }) as unknown as ConsumerDays,
    );
  }

  /** All matched calls of each consumer from one day to another, both included. */
  async callsByConsumer(from: string, to: string): Promise<ReadonlyMap<string | null, number>> {
    const rows = await this.#rows(
      "SELECT consumer, sum(calls)::DOUBLE FROM cell WHERE day BETWEEN $1::DATE AND $2::DATE GROUP BY consumer ORDER BY ALL",
      [from, to],
    );
    return new Map(rows as unknown as [string | null, number][]);
  }

  /** The days from one to another of which there is any row. */
  async daysWithRows(from: string, to: string): Promise<ReadonlySet<string>> {
    const rows = await this.#rows(
      "SELECT DISTINCT day::VARCHAR FROM day_rows WHERE day BETWEEN $1::DATE AND $2::DATE",
      [from, to],
    );
    return new Set(rows.map(([day]) => day as string));
  }

  async #rows(sql: string, values: readonly string[] = []): Promise<readonly (readonly unknown[])[]> {
    return (await this.#store.connection.runAndReadAll(sql, [...values])).getRows();
  }
}
