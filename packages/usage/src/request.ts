import type { Readable } from "node:stream";
import type { Attribution, Totals } from "./cell.ts";
import type { ReadOptions } from "./formats/format.ts";
import type { UsageResult } from "./result.ts";
import type { StoreLocation } from "./store/port/location.ts";
import type { SourceWriter } from "./store/port/store.ts";
import type { MalformedRow } from "./tally.ts";

/** What is to be imported. */
export interface ImportRequest {
  /** The store; made where it is not there. */
  readonly store: StoreLocation;
  /** A name of `LOG_FORMATS`. */
  readonly log: string;
  /** Files, globs, and `-` for standard input; names of tables where the log is of such. */
  readonly sources: readonly string[];
  readonly read: ReadOptions;
  readonly attribution: Attribution;
  /** A secret that consumers are hashed with (HMAC-SHA-256); undefined keeps their names. */
  readonly hashKey?: string | undefined;
  /** Where relative names start. */
  readonly cwd: string;
  /** The paths that match a glob; a failure where a folder on the way may not be read. */
  readonly filesOf: (glob: string) => Promise<UsageResult<readonly string[]>>;
  readonly stdin: () => Readable;
  /** Told how many rows of a source were read so far. */
  readonly onProgress?: (source: string, rows: number) => void;
  /** Told what became of each source once it is kept: a later one that fails takes nothing of it back. */
  readonly onSource?: (imported: ImportedSource) => void;
}

/** What became of one source: it was in the store already, so that nothing was added, or it was counted. */
export type ImportedSource = { readonly source: string; readonly malformed: readonly MalformedRow[] } & (
  | { readonly known: true }
  | { readonly known: false; readonly totals: Totals }
);

/** A source, and how it is read. */
export interface Reading {
  /** How messages call it. */
  readonly name: string;
  /** What tells it from others, and its rows, where that is known before it is read. */
  readonly identity?: { readonly digest: string; readonly rows: number };
  /** Reads it to its end, and stages its cells. */
  read(writer: SourceWriter): Promise<UsageResult<ReadSource>>;
}

/** A source that was read to its end. */
export interface ReadSource {
  readonly digest: string;
  readonly totals: Totals;
  readonly days: ReadonlyMap<number, number>;
  readonly malformed: readonly MalformedRow[];
}
