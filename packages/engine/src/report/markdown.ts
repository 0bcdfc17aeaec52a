import { plainLines } from "../base/plain-text.ts";
import type { GateReport } from "../outcome.ts";
import { contractText, FULL, policyText, renderComment } from "./comment.ts";
import { outcomesOf, type Reporter, type ReportInput } from "./report.ts";

/** For pull requests and summaries: the verdict first, then what breaks with witness and fix, the rest folded. */
export const renderMarkdown: Reporter = (input, context) =>
  context.review
    ? renderComment(outcomesOf(input), context, context.review, gateOf(input))
    : plainLines(
        `${outcomesOf(input)
          .map((outcome, i) => {
            const facts = i === 0 ? policyText(gateOf(input)) : [];
            return contractText(outcome, context, FULL, outcome.verdict.pass, 2, facts);
          })
          .join("\n\n---\n\n")}\n`,
      );

function gateOf(input: ReportInput): GateReport | undefined {
  return input.kind === "check" ? input.outcome.gate : undefined;
}
