import type { Json } from "@concordat/containment/internal";
import type { PathStep } from "./path-expression.ts";

/** What a value may be beside its example (Pact specification, version 4, "Matchers"). */
export type Matcher =
  | { readonly match: "type"; readonly min?: number; readonly max?: number }
  | { readonly match: PlainMatcher }
  | { readonly match: "regex"; readonly regex: string }
  | { readonly match: "include"; readonly value: string }
  /** `format` as Java's DateTimeFormatter has it. */
  | { readonly match: "date" | "time" | "datetime"; readonly format: string | undefined }
  | { readonly match: "arrayContains"; readonly variants: readonly Variant[] }
  | { readonly match: "eachKey"; readonly rules: readonly Matcher[] }
  | { readonly match: "eachValue"; readonly rules: readonly Matcher[] }
  /** A class such as `success`, or codes. */
  | { readonly match: "statusCode"; readonly status: string | readonly number[] }
  /** One that is not known here; what it allows is not known either. */
  | { readonly match: "unknown"; readonly name: string };

/** Matchers that have no settings. */
export type PlainMatcher = (typeof PLAIN_MATCHERS)[number];

export const PLAIN_MATCHERS = [
  "equality",
  "integer",
  "decimal",
  "number",
  "boolean",
  "null",
  "notEmpty",
  "semver",
  "values",
  "contentType",
] as const;

/** One of the values that an array is to contain: which item of the example it is, and the rules for it. */
export interface Variant {
  readonly index: number;
  readonly rules: readonly MatchingRule[];
}

/** Matchers for all places that an expression fits. */
export interface MatchingRule {
  readonly path: readonly PathStep[];
  readonly matchers: readonly Matcher[];
  /** Whether all matchers must hold, or any one. */
  readonly combine: "AND" | "OR";
}

/** The matching rules of a request, a response or a message. Names of headers are in lower case. */
export interface MatchingRules {
  readonly body: readonly MatchingRule[];
  readonly query: ReadonlyMap<string, MatchingRule>;
  readonly header: ReadonlyMap<string, MatchingRule>;
  readonly path: MatchingRule | undefined;
  readonly status: MatchingRule | undefined;
}

/** What makes a value at the time of a test, in place of the example. */
export type Generator = Readonly<Record<string, Json>> & { readonly type: string };

/** Generators by what they make: places in the body, and query, headers and path as a whole. */
export interface Generators {
  readonly body: readonly { readonly path: readonly PathStep[]; readonly generator: Generator }[];
  readonly query: ReadonlyMap<string, Generator>;
  readonly header: ReadonlyMap<string, Generator>;
  readonly path: Generator | undefined;
}
