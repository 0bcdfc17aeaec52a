import { plainLines } from "../base/plain-text.ts";
import { contractText, FULL, renderComment } from "./comment.ts";
import { outcomesOf, type Reporter } from "./report.ts";

/** For pull requests and summaries: the verdict first, then what breaks with witness and fix, the rest folded. */
export const renderMarkdown: Reporter = (input, context) =>
  context.review
    ? renderComment(outcomesOf(input), context, context.review)
    : plainLines(
        `${outcomesOf(input)
          .map((outcome) => contractText(outcome, context, FULL, outcome.verdict.pass, 2))
          .join("\n\n---\n\n")}\n`,
      );
