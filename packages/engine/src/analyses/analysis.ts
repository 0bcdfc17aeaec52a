import type { DiffOptions } from "../analyze/diff/diff.ts";
import type { Unused } from "../analyze/pact/unused.ts";
import type { Changed, Use } from "../analyze/pact/use.ts";
import type { Timing } from "../base/timing.ts";
import type { ClientFolder } from "../client/stale.ts";
import type { Compatibility, RawFinding } from "../finding/finding.ts";
import type { TextsBySide } from "../finding/text-index.ts";
import type { LintOptions } from "../kit/lint-options.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import type { Pair } from "../kit/targets.ts";
import type { Description } from "../load/description.ts";
import type { SideProblem } from "../model/met-problem.ts";
import type { OperationKey } from "../model/operation-key.ts";
import type { Pact } from "../model/pact.ts";
import type { Revision } from "../model/revision.ts";
import type { Scan } from "../model/scan.ts";
import type { LoadedRulesets } from "../spectral/ruleset.ts";
import type { Rules } from "./rules.ts";

/** What a run has in hand to judge, read already. */
export interface Evidence {
  /** Undefined where there is nothing to compare with. */
  readonly base: Description | undefined;
  readonly head: Description;
  /** What consumers rely on; undefined where none is known. */
  readonly pacts?: readonly Pact[] | undefined;
  /** Interactions that only base has: consumers relied on them, and are hurt where they fail now. */
  readonly formerPacts?: readonly Pact[] | undefined;
  /** What the code of consumers uses; undefined where none was scanned. */
  readonly scans?: readonly Scan[] | undefined;
  /** What the provider is called, beside the title of its description. */
  readonly providerNames?: readonly string[] | undefined;
  /** The committed client; undefined where there is none. */
  readonly client?: ClientFolder | undefined;
  /** Texts beside those of the descriptions, by the sides of findings that are in them. */
  readonly texts?: Omit<TextsBySide, "base" | "head">;
}

/** How descriptions are to be judged by themselves. */
export interface LintSettings {
  readonly options: LintOptions;
  /** The team's own rules; undefined where there are none. */
  readonly rulesets: LoadedRulesets | undefined;
}

/** What else an analysis may know of its run. */
export interface AnalysisContext {
  /** `YYYY-MM-DD`, the day that is judged by. */
  readonly asOf: string;
  readonly diff: DiffOptions;
  /** Whose consumers must get along with which revision. */
  readonly compatibility: Compatibility;
  readonly lint: LintSettings;
  /** Whether the policy lets a rule say anything at all. */
  isHeard(rule: LintRule): boolean;
  /** Milliseconds since some moment; undefined where nobody asks for times. */
  readonly clock: (() => number) | undefined;
}

/** What analyses learn beside findings. Policy gets it by these names, and is the only place where they meet. */
export interface Facts {
  /** What the descriptions say. */
  readonly revisions?: { readonly base: Revision | undefined; readonly head: Revision };
  /** Operations of base that have another path or method in head. */
  readonly readdressed?: readonly Pair<OperationKey>[];
  readonly linted?: LintedFacts;
  /** All consumers that are known, and how what some changes reach of their uses fares with head. */
  readonly consumption?: {
    readonly consumers: readonly string[];
    usesOf(changed: Changed): Promise<readonly Use[]>;
    /** What none of them uses of head. */
    unused(): Unused;
  };
}

/** What the lint of a description learns. */
export interface LintedFacts {
  /** The rules that judged it. */
  readonly rules: readonly LintRule[];
  /** How many operations it has. */
  readonly operations: number;
  /** What base is found fault with by the same rules. */
  readonly inBase: readonly RawFinding[];
  readonly timings: readonly Timing[];
}

/** What an analysis comes to. */
export interface Analysed {
  readonly findings: readonly RawFinding[];
  /** Defects of the descriptions that it met on its way. */
  readonly problems: readonly SideProblem[];
  readonly facts: Facts;
}

/** A way to judge a contract. Its rules have its name: those of `diff` are called `diff/...`. */
export interface Analysis<Name extends string = string> {
  readonly name: Name;
  /** What it cannot do without; where that is not there, it has nothing to say. */
  readonly needs: readonly (keyof Evidence)[];
  /** How a contract gets the evidence that not every contract has, as an instruction; absent where each has it. */
  readonly supply?: string;
  run(evidence: Evidence, rules: Rules, context: AnalysisContext): Promise<Analysed>;
}
