import type { Problem } from "./base/problem.ts";
import type { IsoDate } from "./host/host.ts";
import type { Ruling } from "./policy/ruling.ts";
import type { Score } from "./policy/score.ts";
import type { Verdict } from "./policy/verdict.ts";

/** One side of a comparison, as reports name it. */
export interface RevisionInfo {
  readonly source: string;
  readonly version: string | null;
  readonly openapi: string;
}

/** A problem of a run: one that head brings counts as an error, any other as a warning. */
export interface RuledProblem extends Problem {
  readonly severity: "error" | "warn";
}

/** Where in the history of a contract an outcome stands. */
export interface Release {
  /** The tag of head; null for what is not tagged yet. */
  readonly tag: string | null;
  readonly date: IsoDate | null;
}

/** What came of one contract, or of one pair of revisions; the single value that reports render. */
export interface Outcome {
  /** Undefined where two sources were compared outside any contract. */
  readonly contract: string | undefined;
  /** Null where there was nothing to compare with: a new contract. */
  readonly base: RevisionInfo | null;
  readonly head: RevisionInfo;
  /** `base`: head was compared with it. `new`: there is nothing to compare with. `alone`: that was not asked for. */
  readonly against: "base" | "new" | "alone";
  readonly verdict: Verdict;
  readonly rulings: readonly Ruling[];
  readonly problems: readonly RuledProblem[];
  /** How well the description does by itself, where it was judged so. */
  readonly score?: Score;
  /** The release that head is, where a history was asked for. */
  readonly release?: Release;
  /** What the description names to use instead of what is deprecated or gone, by fingerprint, where that was asked for. */
  readonly replacements?: ReadonlyMap<string, string>;
  /** How long each lint rule took, where that was asked for. */
  readonly timings?: readonly { readonly rule: string; readonly milliseconds: number }[];
}

/** What came of several contracts. */
export interface CheckOutcome {
  readonly asOf: IsoDate;
  readonly verdict: Verdict;
  readonly contracts: readonly Outcome[];
}

/** Nothing could be judged: the input was wrong (`input`), or a tool or the world failed (`tool`). */
export interface Failure {
  readonly failure: "input" | "tool";
  readonly problems: readonly Problem[];
}

/** Whether a run came to nothing. */
export function isFailure(result: object): result is Failure {
  return "failure" in result;
}
