import type { Attribution, Totals } from "./cell.ts";
import type { Call, Row } from "./row.ts";
import { LAST_DAY } from "./time.ts";

/** A row that could not be read. */
export interface MalformedRow {
  /** 1-based; undefined where rows have no order. */
  readonly line: number | undefined;
  readonly reason: string;
}

/** Calls of a day, as they are counted: the operation by its index, the day by its number. */
export interface CountedCell {
  readonly consumer: string | null;
  readonly operation: number;
  readonly day: number;
  readonly calls: number;
  readonly errors: number;
}

/** Cells that are held before they go to the database. */
export const MOST_CELLS = 400_000;
/** The most malformed rows that are listed. */
const MOST_SAMPLES = 10;
/** The days that count. */
const DAYS = LAST_DAY + 1;

/** Counts the rows of one source. */
export class Tally {
  readonly #attribution: Attribution;
  readonly #renamed: (consumer: string) => string;
  #consumers = new Map<string | null, number>();
  #cells = new Map<number, { calls: number; errors: number }>();
  readonly #days = new Map<number, number>();
  readonly #totals = { rows: 0, matched: 0, unmatched: 0, malformed: 0, anonymous: 0 };
  readonly #samples: MalformedRow[] = [];

  /** @param renamed what a consumer is called in the store */
  constructor(attribution: Attribution, renamed: (consumer: string) => string) {
    this.#attribution = attribution;
    this.#renamed = renamed;
  }

  get totals(): Totals {
    return { ...this.#totals };
  }

  /** The first malformed rows. */
  get samples(): readonly MalformedRow[] {
    return this.#samples;
  }

  /** Rows by day, matched or not. */
  get days(): ReadonlyMap<number, number> {
    return this.#days;
  }

  /** Cells that are held. */
  get size(): number {
    return this.#cells.size;
  }

  /** Counts a row. */
  add(row: Row, line: number | undefined): void {
    if (typeof row === "string") this.malformed(row, line);
    else this.#call(row);
  }

  /** Counts a row that cannot be read, or several that are alike. */
  malformed(reason: string, line: number | undefined, rows = 1): void {
    this.#totals.rows += rows;
    this.#totals.malformed += rows;
    if (this.#samples.length < MOST_SAMPLES) this.#samples.push({ line, reason });
  }

  #call({ method, target, template, day, calls, errors, consumer }: Call): void {
    const totals = this.#totals;
    totals.rows += calls;
    if (calls > 0) this.#days.set(day, (this.#days.get(day) ?? 0) + calls);
    let operation = target === undefined ? -1 : this.#attribution.ofTarget(method, target);
    if (operation < 0 && template !== undefined) operation = this.#attribution.ofTemplate(method, template);
    if (operation < 0) {
      totals.unmatched += calls;
      return;
    }
    totals.matched += calls;
    if (consumer === null) totals.anonymous += calls;
    const key = (this.#indexOf(consumer) * this.#attribution.operations.length + operation) * DAYS + day;
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, { calls, errors });
    else {
      cell.calls += calls;
      cell.errors += errors;
    }
  }

  /** Gives all cells away, and begins anew with them; totals go on. */
  *drain(): Generator<CountedCell> {
    const { operations } = this.#attribution;
    const names = [...this.#consumers.keys()].map((name) => (name === null ? null : this.#renamed(name)));
    const cells = this.#cells;
    this.#cells = new Map();
    this.#consumers = new Map();
    for (const [key, { calls, errors }] of cells) {
      const place = Math.floor(key / DAYS);
      const operation = place % operations.length;
      const consumer = names[(place - operation) / operations.length] ?? null;
      yield { consumer, operation, day: key % DAYS, calls, errors };
    }
  }

  #indexOf(consumer: string | null): number {
    const known = this.#consumers.get(consumer);
    if (known !== undefined) return known;
    this.#consumers.set(consumer, this.#consumers.size);
    return this.#consumers.size - 1;
  }
}
