import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { OperationName, Totals } from "../../cell.ts";
import type { UsageFailure } from "../../result.ts";
import type { CountedCell } from "../../tally.ts";
import { Incomplete } from "./failure.ts";

/** A store that is open, whichever engine keeps it. */
export interface UsageStore {
  /** How messages call it. */
  readonly name: string;
  readonly tables: StoreTables;
  /** A text as a literal of the engine's SQL. */
  quoted(text: string): string;
  /** The rows of a query, some at a time: each an object of numbers, texts and nulls by the names of the columns. */
  rows<Row>(sql: string): AsyncGenerator<readonly Row[]>;
  /** What went wrong where something that is asked of the store throws, for people. */
  failureOf(error: unknown): UsageFailure;
  /** Begins with a source. */
  begin(operations: readonly OperationName[]): Promise<SourceWriter>;
  /** The database that the store is in, where it can read tables in files; undefined where it cannot. */
  readonly duckdb: DuckDB | undefined;
  close(): Promise<void>;
}

/** The tables of a store: of sources, of their cells, and of their rows by day. */
export interface StoreTables {
  readonly source: CountedTable;
  readonly cell: CountedTable;
  readonly dayRows: CountedTable;
}

/** A table, and which of its rows count. */
export interface CountedTable {
  readonly name: string;
  /** A condition in SQL. */
  readonly counts: string;
}

/** A database of DuckDB. Results must not be streamed on a connection that appends: make another. */
export interface DuckDB {
  readonly connection: DuckDBConnection;
  readonly instance: DuckDBInstance;
}

/** Takes one source into a store: all of it, or nothing. */
export interface SourceWriter {
  /** Whether a source of this identity was taken before, with as many rows or more. */
  isTaken(digest: string, rows: number): Promise<boolean>;
  /** Adds cells; those of one key may come several times. */
  stage(cells: Iterable<CountedCell>): Promise<void>;
  /** Adds the cells that a query of DuckDB selects: consumer, method, path, day, calls, errors. */
  stageFrom(select: string, duckdb: DuckDB): Promise<void>;
  /** Ends with the source: from now on it counts. */
  commit(record: SourceRecord): Promise<void>;
  /** Leaves the store as it was. */
  abandon(): Promise<void>;
}

/** What is known of a source when all of it is read. */
export interface SourceRecord {
  readonly digest: string;
  readonly log: string;
  readonly totals: Totals;
  /** Rows by day. */
  readonly days: ReadonlyMap<number, number>;
}

/** Why a source must not be taken: what arrived in the store is not what was read. Undefined where all of it did. */
export function unsound(calls: number, { rows, matched, unmatched, malformed }: Totals): Incomplete | undefined {
  return calls === matched && rows === matched + unmatched + malformed
    ? undefined
    : new Incomplete(`${calls} calls of ${matched} arrived in the store, of ${rows} rows`);
}
