import { onSide } from "../model/met-problem.ts";
import type { Analysis } from "./analysis.ts";

/** Whether head is what consumers rely on, by their pacts; and, where there is a base, which of them its changes hurt, by scans too. */
export const pact: Analysis<"pact"> = {
  name: "pact",
  needs: ["pacts"],
  supply: "put pacts into `consumers/<consumer>/pact.json` beside its description",
  async run({ base, head, pacts = [], formerPacts = [], scans = [], providerNames = [] }, rules) {
    // Loaded where it is used: most contracts have no pacts.
    const [{ judgePacts }, { findUses }, { scanUses }, { findUnused }] = await Promise.all([
      import("../analyze/pact/pact.ts"),
      import("../analyze/pact/uses.ts"),
      import("../analyze/pact/scan-uses.ts"),
      import("../analyze/pact/unused.ts"),
    ]);
    const judged = rules.pact.length === 0 ? [] : pacts;
    const { findings, problems, revision } = await judgePacts(head, judged, providerNames, rules.pact);
    const consumers = [...new Set([...pacts, ...scans].map(({ consumer }) => consumer))].sort();
    return {
      findings,
      problems: onSide("head", problems),
      facts: {
        revisions: { base: undefined, head: revision },
        ...(base && {
          consumption: {
            consumers,
            usesOf: async (changed) => [
              ...(await findUses(base, head, [...pacts, ...formerPacts], changed)),
              ...scanUses(base, head, { pacts, scans }, changed),
            ],
            unused: () => findUnused(head, pacts, scans),
          },
        }),
      },
    };
  },
};
