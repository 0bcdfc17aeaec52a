import { Api } from "../model/api.ts";
import { onSide } from "../model/met-problem.ts";
import type { Analysis } from "./analysis.ts";

/** Whether the committed client of a contract is what head would generate. It has no rules: a client that is not is a problem. */
export const client: Analysis<"client"> = {
  name: "client",
  needs: ["client"],
  supply: "set `client` to the folder of its generated client",
  async run({ head, client: generated }) {
    const api = new Api(head);
    if (generated !== undefined) {
      // Loaded where it is used: most contracts have no client.
      const [{ planClient }, { reportStale }] = await Promise.all([
        import("../client/plan-client.ts"),
        import("../client/stale.ts"),
      ]);
      reportStale(planClient(api), generated, api.cursor);
    }
    return { findings: [], problems: onSide("head", api.cursor.problems), facts: {} };
  },
};
