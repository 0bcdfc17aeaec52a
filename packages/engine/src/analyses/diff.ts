import { diffDescriptions } from "../analyze/diff/diff.ts";
import { otherSide } from "../model/met-problem.ts";
import type { Analysed, Analysis } from "./analysis.ts";
import { forwardBreaks } from "./forward.ts";

/** What changed between two revisions, and whom it breaks: consumers of base on head, of head on base, or both. */
export const diff: Analysis<"diff"> = {
  name: "diff",
  needs: ["base", "head"],
  async run({ base, head }, rules, context) {
    if (base === undefined) return { findings: [], problems: [], facts: {} };
    const { compatibility } = context;
    const parts: Analysed[] = [];
    if (compatibility !== "forward") {
      const { findings, problems, readdressed, ...revisions } = await diffDescriptions(
        base,
        head,
        rules.diff,
        context.diff,
      );
      parts.push({ findings, problems, facts: { revisions, readdressed } });
    }
    if (compatibility !== "backward") {
      const reversed = await diffDescriptions(head, base, rules.diff, context.diff);
      const revisions = { base: reversed.head, head: reversed.base };
      parts.push({
        findings: forwardBreaks(reversed.findings),
        problems: reversed.problems.map(otherSide),
        facts: { revisions },
      });
    }
    return {
      findings: parts.flatMap(({ findings }) => findings),
      problems: parts.flatMap(({ problems }) => problems),
      facts: parts[0]?.facts ?? {},
    };
  },
};
