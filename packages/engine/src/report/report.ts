import type { Severity } from "../finding/finding.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";

/** What a report is made from: what came of one description or pair (`diff`, `lint`), or of several (`check`). */
export type ReportInput =
  | { readonly kind: "diff"; readonly outcome: Outcome }
  | { readonly kind: "check"; readonly outcome: CheckOutcome };

/** What people are told of a rule beside its message. */
export interface RuleTexts {
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
}

/** What a report may know beside the outcome. */
export interface ReportContext {
  /** Facts of rules by id. */
  readonly rules: ReadonlyMap<string, RuleTexts>;
  readonly colour: boolean;
}

/** Renders an outcome. Pure: the same input gives the same bytes. */
export type Reporter = (input: ReportInput, context: ReportContext) => string;

/** The outcomes of an input, one for each contract. */
export function outcomesOf(input: ReportInput): readonly Outcome[] {
  return input.kind === "diff" ? [input.outcome] : input.outcome.contracts;
}
