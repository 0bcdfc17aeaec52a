import { diffDescriptions } from "../analyze/diff/diff.ts";
import type { Analysis } from "./analysis.ts";

/** What changed between two revisions, and whom it breaks. */
export const diff: Analysis<"diff"> = {
  name: "diff",
  needs: ["base", "head"],
  async run({ base, head }, rules, context) {
    if (base === undefined) return { findings: [], problems: [], facts: {} };
    const compared = await diffDescriptions(base, head, rules.diff, context.diff);
    const { findings, problems } = compared;
    return { findings, problems, facts: { revisions: { base: compared.base, head: compared.head } } };
  },
};
