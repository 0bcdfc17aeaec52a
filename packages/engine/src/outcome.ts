import type { Unused } from "./analyze/pact/unused.ts";
import type { Problem } from "./base/problem.ts";
import type { Timing } from "./base/timing.ts";
import type { Excerpts } from "./finding/excerpts.ts";
import type { Compatibility } from "./finding/finding.ts";
import type { IsoDate } from "./host/host.ts";
import type { Score } from "./overview/score.ts";
import type { Accepted } from "./policy/accepted.ts";
import type { PolicyChange } from "./policy/changes.ts";
import type { ExtendedSetting } from "./policy/policy.ts";
import type { Ruling } from "./policy/ruling.ts";
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

/** Whose policy a run was judged by, and why. */
export interface GateSource {
  readonly from: "base" | "head";
  readonly reason: "base" | "asked" | "announced" | "no-git" | "no-commit" | "no-configuration" | "unreadable";
  /** The commit that base's policy is taken from; null where there is none. */
  readonly commit: string | null;
  /** It is the commit before head, which is the tip of the branch that others are compared with. */
  readonly isParent?: true;
  /** What hinders base's policy to be read. */
  readonly note?: string;
}

/** A change of the policy in head, and what it comes to. */
export interface RuledChange extends PolicyChange {
  /** Whether it may be what lets pass in head what base's policy fails. */
  readonly weakens: boolean;
}

/** How a run came by its policy. */
export interface GateReport extends GateSource {
  readonly changes: readonly RuledChange[];
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
  /** Whose consumers must get along with which revision, where that is not `backward`, the usual. */
  readonly compatibility?: Exclude<Compatibility, "backward">;
  readonly verdict: Verdict;
  /** The version that head needs, where the one it declares is not enough and the style of versions tells the next. */
  readonly next?: string;
  readonly rulings: readonly Ruling[];
  readonly problems: readonly RuledProblem[];
  /** Further parts of the result, by name. */
  readonly sections: Sections;
  /** Lines around what was found, where a report shows them. They are no part of the published document. */
  readonly excerpts?: Excerpts;
}

/** Parts of an outcome that are there where they were asked for. Each has its form in `report/document.ts`. */
export interface Sections {
  /** What head accepts for the first time, by waivers and ignores. */
  readonly accepted?: readonly Accepted[];
  /** What it comes to where the policy of head itself is followed; there where base's policy fails it. */
  readonly proposed?: Pick<Outcome, "verdict" | "rulings" | "problems">;
  /** How well the description does by itself, where it was judged so. */
  readonly score?: Score;
  /** How long each lint rule took. */
  readonly timings?: readonly Timing[];
  /** The release that head is, in a history. */
  readonly release?: Release;
  /** What the description names to use instead of what is deprecated or gone, by fingerprint. */
  readonly replacements?: Readonly<Record<string, string>>;
  /** What no consumer uses of head, as far as their pacts say. */
  readonly unused?: Unused;
  /** Options of the policy that the verdict goes by and that extended configurations settle otherwise than by default. */
  readonly settings?: readonly ExtendedSetting[];
  /** How many changes break consumers by rules that the policy turns off; absent where none does. */
  readonly turnedOff?: number;
}

/** What came of several contracts. */
export interface CheckOutcome {
  readonly asOf: IsoDate;
  /** Whose policy it was judged by, where there was a choice. */
  readonly gate?: GateReport;
  readonly verdict: Verdict;
  readonly contracts: readonly Outcome[];
  /** Contracts that were not judged, as none of their files changed and only those were asked for. */
  readonly unchanged?: readonly string[];
}
