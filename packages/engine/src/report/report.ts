import type { Severity } from "../finding/finding.ts";
import type { About } from "../kit/traits.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";
import type { FailOn } from "../policy/verdict.ts";

/** What a report is made from: what came of one description or pair (`diff`, `lint`), or of several (`check`). */
export type ReportInput =
  | { readonly kind: "diff"; readonly outcome: Outcome }
  | { readonly kind: "check"; readonly outcome: CheckOutcome };

/** What reports say about a rule beside its message. */
export interface RuleTexts {
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  /** What a consumer does about it. */
  readonly consumerFix?: string;
  /** What a lint rule is about. */
  readonly theme?: string;
  /** What a rule of the diff family is about. */
  readonly about?: About;
}

/** What a shell knows about a run for its reviewers: for the comment of a pull request and the summary of a job. */
export interface Review {
  /** What the run came to, approval taken into account. */
  readonly result: "pass" | "fail" | "error";
  readonly failOn: FailOn;
  /** The label by which breaking changes are approved; undefined where nothing can be. */
  readonly approval: { readonly label: string; readonly approved: boolean; readonly by?: string } | undefined;
  /** What else is to be said, a sentence each. */
  readonly notes: readonly string[];
  /** What the place it goes to can hold, in bytes of UTF-8. */
  readonly mostBytes: number;
}

/** How a run that owns its whole step writes annotations; without it each contract writes its own. */
export interface AnnotationPlan {
  /** Annotations to write, of all kinds and contracts together. */
  readonly most: number;
  /** Files that the change touches: what stands in them comes first. */
  readonly touched: ReadonlySet<string>;
}

/** What a terminal is asked to show. */
export interface TerminalOptions {
  /** Columns to wrap lines at; absent where there is no terminal. */
  readonly width?: number;
  /** Whether every finding is shown, in full. */
  readonly all?: boolean;
  /** Whether findings are shown with all operations, whole messages, and the lines of both sides. */
  readonly verbose?: boolean;
}

/** Addresses that a report leads to; undefined where there is none. */
export interface Links {
  /** The page of a rule. */
  readonly rulePage?: (rule: string) => string | undefined;
  /** A line of a file of head. */
  readonly line?: (file: string, line: number) => string | undefined;
}

/** Commands that go on from a check, and work as they stand. */
export interface NextCommands {
  /** Accepts a finding of a contract, by its short fingerprint. */
  accept(fingerprint: string, contract: string | undefined): string;
  /** Writes the version that a contract needs. */
  bump(contract: string): string;
}

/** What a report may know beside the outcome. */
export interface ReportContext {
  /** Facts of rules by id. */
  readonly rules: ReadonlyMap<string, RuleTexts>;
  readonly colour: boolean;
  readonly terminal?: TerminalOptions;
  /** How the command line is called where the report is read; `concordat` where nobody knows. */
  readonly command?: string;
  /** What readers can run next; absent where no contract of a configuration was checked. */
  readonly next?: NextCommands;
  readonly links?: Links;
  /** For Markdown that reviewers read: what the run came to, and the room there is. */
  readonly review?: Review;
  /** For annotations of a step that is all one run. */
  readonly annotations?: AnnotationPlan;
}

/** Renders an outcome. Pure: the same input gives the same bytes. */
export type Reporter = (input: ReportInput, context: ReportContext) => string;

/** The outcomes of an input, one for each contract. */
export function outcomesOf(input: ReportInput): readonly Outcome[] {
  return input.kind === "diff" ? [input.outcome] : input.outcome.contracts;
}
