import type { GateReport } from "../outcome.ts";
import { exitCodeOf } from "../policy/verdict.ts";
import { renderComment } from "./comment.ts";
import { outcomesOf, type Reporter, type ReportInput, type Review } from "./report.ts";

/** For pull requests and summaries: the answer first, then what breaks with witness and fix, the rest folded. */
export const renderMarkdown: Reporter = (input, context) =>
  renderComment(outcomesOf(input), context, context.review ?? plainReview(input), gateOf(input));

/** What a run comes to where nobody reviews it: nothing can be approved, and there is room for all. */
function plainReview(input: ReportInput): Review {
  const result = exitCodeOf(outcomesOf(input), "error") === 0 ? "pass" : "fail";
  return { result, failOn: "error", approval: undefined, notes: [], mostBytes: Number.POSITIVE_INFINITY };
}

function gateOf(input: ReportInput): GateReport | undefined {
  return input.kind === "check" ? input.outcome.gate : undefined;
}
