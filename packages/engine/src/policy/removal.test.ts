import { describe, expect, test } from "vitest";
import { decideRemoval, type RemovalEvidence, type RemovalTerms } from "./removal.ts";

const EVIDENCE: RemovalEvidence = {
  deprecated: "2025-01-01",
  sunset: "2026-06-30",
  stability: "stable",
  use: 0,
  all: 200,
  missingDays: [],
  isCounted: true,
  code: [],
};
const TERMS: RemovalTerms = { asOf: "2026-07-01", maxUse: { calls: 0 }, noticeDays: 180, datesRequired: false };

describe("an operation may be removed", () => {
  test.each<[string, Partial<RemovalEvidence>, Partial<RemovalTerms>, readonly string[]]>([
    ["past its sunset, noticed, unused, with all data", {}, {}, []],
    ["not without a sunset", { sunset: null }, {}, ["no-sunset"]],
    ["not on the day of its sunset", { sunset: "2026-07-01" }, {}, ["sunset-not-passed"]],
    ["not with a day less of notice", { deprecated: "2026-01-02" }, {}, ["notice-too-short"]],
    ["with the notice to the day", { deprecated: "2026-01-01" }, {}, []],
    [
      "with less notice, where its level gets less",
      { deprecated: "2026-06-01", stability: "beta" },
      { noticeDays: { stable: 180, beta: 20 } },
      [],
    ],
    ["not where code calls it", { code: [{ consumer: "web", sites: [] }] }, {}, ["in-code"]],
    ["where nobody knows since when it is deprecated", { deprecated: null }, {}, []],
    ["not where the policy wants to know that", { deprecated: null }, { datesRequired: true }, ["notice-unknown"]],
    ["not with one call", { use: 1 }, {}, ["in-use"]],
    ["with as many calls as are let pass", { use: 5 }, { maxUse: { calls: 5 } }, []],
    ["with the percentage that is let pass", { use: 1 }, { maxUse: { percent: 0.5 } }, []],
    ["not over the percentage", { use: 2 }, { maxUse: { percent: 0.5 } }, ["in-use"]],
    ["not on the word of a day without rows", { missingDays: ["2026-06-03"] }, {}, ["data-gap"]],
    ["not without any data", { all: 0, missingDays: ["2026-06-03"] }, { maxUse: { percent: 100 } }, ["data-gap"]],
    ["not on the word of rows of another API", { all: 0, isCounted: false }, {}, ["no-data"]],
    ["not for any of several reasons", { sunset: null, use: 1 }, {}, ["no-sunset", "in-use"]],
  ])("%s", (_, evidence, terms, codes) => {
    const { removable, because } = decideRemoval({ ...EVIDENCE, ...evidence }, { ...TERMS, ...terms });
    expect(because.map((reason) => reason.split(":")[0])).toEqual(codes);
    expect(removable).toBe(codes.length === 0);
  });
});
