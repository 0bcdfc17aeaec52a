import type { LintResult } from "../analyze/lint/lint.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import type { Description } from "../load/description.ts";
import { onSide } from "../model/met-problem.ts";
import type { Analysis, AnalysisContext } from "./analysis.ts";

/** What is wrong with one revision by itself. Base is judged too where there is one, for what it had already. */
export const lint: Analysis<"lint"> = {
  name: "lint",
  needs: ["head"],
  async run({ base, head }, rules, context) {
    const heard = rules.lint.filter((rule) => context.isHeard(rule));
    const ofHead = await lintOne(head, heard, context);
    const ofBase = base && (await lintOne(base, heard, context));
    return {
      findings: ofHead.findings,
      problems: [...onSide("base", ofBase?.problems ?? []), ...onSide("head", ofHead.problems)],
      facts: {
        revisions: { base: ofBase?.revision, head: ofHead.revision },
        linted: {
          rules: heard,
          operations: ofHead.revision.operations.length,
          inBase: ofBase?.findings ?? [],
          timings: ofHead.timings,
        },
      },
    };
  },
};

/** One description, by our rules and by the team's own. */
async function lintOne(
  description: Description,
  rules: readonly LintRule[],
  { lint: { options, rulesets }, asOf, clock }: AnalysisContext,
): Promise<LintResult> {
  // Loaded where it is used: a comparison alone has no need of it.
  const [{ lintDescription }, { findFaults, needsOf }] = await Promise.all([
    import("../analyze/lint/lint.ts"),
    import("../validate/faults.ts"),
  ]);
  const faults = await findFaults(needsOf(rules), description);
  const own = lintDescription(description, { rules, options, asOf, faults, clock });
  if (rulesets === undefined) return own;
  const { userFindings } = await import("../spectral/user-findings.ts");
  const theirs = await userFindings(description, rulesets, clock);
  return { ...own, findings: [...own.findings, ...theirs.findings], timings: [...own.timings, ...theirs.timings] };
}
