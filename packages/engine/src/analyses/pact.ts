import { onSide } from "../model/met-problem.ts";
import type { Analysis } from "./analysis.ts";

/** Whether head is what consumers rely on, by their pacts. */
export const pact: Analysis<"pact"> = {
  name: "pact",
  needs: ["pacts"],
  async run({ head, pacts = [], providerNames = [] }, rules) {
    // Loaded where it is used: most contracts have no pacts.
    const { judgePacts } = await import("../analyze/pact/pact.ts");
    const { findings, problems, revision } = await judgePacts(head, pacts, providerNames, rules.pact);
    return { findings, problems: onSide("head", problems), facts: { revisions: { base: undefined, head: revision } } };
  },
};
