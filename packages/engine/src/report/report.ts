import type { RuleFacts } from "../kit/rule.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";

/** What a report is made from: the result of `diff`, or that of `check`. */
export type ReportInput =
  | { readonly kind: "diff"; readonly outcome: Outcome }
  | { readonly kind: "check"; readonly outcome: CheckOutcome };

/** What a report may know beside the outcome. */
export interface ReportContext {
  /** Facts of rules by id: why, fix, summary. */
  readonly rules: ReadonlyMap<string, RuleFacts>;
  readonly colour: boolean;
}

/** Renders an outcome. Pure: the same input gives the same bytes. */
export type Reporter = (input: ReportInput, context: ReportContext) => string;

/** The outcomes of an input, one for each contract. */
export function outcomesOf(input: ReportInput): readonly Outcome[] {
  return input.kind === "diff" ? [input.outcome] : input.outcome.contracts;
}
