/**
 * How an expectation is read.
 *
 * - `letter`: what the Pact specification says that it matches.
 * - `sent`: what the consumer may send. What has no matcher is sent as it is; a number of the type of an integer is one.
 * - `handled`: what the consumer can handle. An example says of what type a value is, and what the consumer reads of it: which
 *   value, and how many items there are, is settled by the data of a test.
 */
export interface Reading {
  readonly kind: "letter" | "sent" | "handled";
  /** Whether objects may have members that the example lacks: those of responses may, those of requests may not. */
  readonly open: boolean;
}

/** A schema of draft 2020-12 as plain data. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** A schema, and what of the expectation it could not say: matchers that are not known. */
export interface ReadSchema {
  readonly schema: JsonSchema;
  readonly unread: readonly string[];
}
