import type { Row } from "../row.ts";

/** Where the id of a consumer is read. */
export type ConsumerSource =
  /** Who the log says was authenticated. */
  | { readonly kind: "user" }
  /** The product of the user agent. */
  | { readonly kind: "agent" }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "none" }
  /** The first of the names that usually hold it. */
  | { readonly kind: "usual" };

/** Facts that may stand under names of a team's own. */
export const FIELDS = ["time", "method", "path", "status", "agent", "consumer"] as const;
export type FieldName = (typeof FIELDS)[number];

/** How the rows of a log are read. */
export interface ReadOptions {
  readonly consumer: ConsumerSource;
  /** Names of a team's own, instead of the usual ones. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
}

/** Reads one line of a log: all rows in it. A line of blanks never comes here. */
export type LineReader = (line: string) => readonly Row[];

/** A form of logs whose rows stand in lines. */
export interface LineFormat {
  /** Where the consumer is read unless something else is asked for. */
  readonly consumer: ConsumerSource;
  /** Where else it can be read. */
  readonly offers: readonly ConsumerSource["kind"][];
  /** Characters of the longest line that can be a row: what is longer is another thing. */
  readonly longest: number;
  reader(options: ReadOptions): LineReader;
}

/** A line of text: no server takes requests that long. */
export const LONGEST_TEXT = 1 << 20;
/** A line that may hold many rows. */
export const LONGEST_BATCH = 1 << 28;
