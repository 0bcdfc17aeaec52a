import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_LOAD, governDiff, nodeHost, type Outcome } from "../packages/engine/src/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { CASES, type OasdiffCase, readCases, readDifferences } from "./oasdiff-cases.ts";

/*
 * Concordat beside the tests of oasdiff. Both must say the same of "does this break?", or the case stands in
 * oasdiff-differences.yaml with the reason. A case that agrees again must leave the list, so that the list stays true.
 */

const cases = readCases();
const differences = readDifferences();
const host = nodeHost(CASES);

async function judge({ id, asOf, policy }: OasdiffCase, base: string, head: string): Promise<Outcome> {
  const path = (name: string) => join(id, `${name}.yaml`);
  const request = { base: path(base), head: path(head), asOf, load: DEFAULT_LOAD, policy };
  return valueIn(await governDiff(request, catalogue, host));
}

function breaks({ rulings }: Outcome): boolean {
  return rulings.some(
    ({ standing, impact, audience }) => standing === "open" && impact === "major" && audience === "wire",
  );
}

describe("the list of differences", () => {
  const listed = differences.flatMap((difference) => difference.cases);

  test("gives a reason for each, and names each case once", () => {
    for (const { reason, cases: ids } of differences) {
      expect(reason.length, reason).toBeGreaterThan(40);
      expect(ids.length, reason).toBeGreaterThan(0);
    }
    expect(listed.filter((id, at) => listed.indexOf(id) !== at)).toEqual([]);
  });

  test.skipIf(cases.length === 0)("names no case that is not there", () => {
    expect(listed.filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
  });
});

describe.skipIf(cases.length === 0)("the cases of oasdiff", () => {
  test.each(cases)("$id $test", async (each) => {
    const outcome = await judge(each, "base", "revision");
    const ours = breaks(outcome);
    const difference = differences.find((group) => group.cases.includes(each.id));
    const said = outcome.rulings.map(
      ({ rule, impact, audience, message }) => `${rule} ${impact} ${audience}: ${message}`,
    );
    if (difference === undefined) {
      expect(ours, `oasdiff expects ${each.present.join(", ") || "nothing by name"}; here:\n${said.join("\n")}`).toBe(
        each.breaking,
      );
      return;
    }
    expect(ours, "agrees again: take it off the list").not.toBe(each.breaking);
    expect(ours ? "concordat" : "oasdiff").toBe(difference.breaking);
    if (difference.beyondTheTest) expect(each.breakingByTool, "oasdiff itself finds a break").toBe(true);
  });

  test.each(cases)("$id compared with itself is silent, and the other way round it does not fail", async (each) => {
    for (const side of ["base", "revision"]) {
      const { rulings, verdict } = await judge(each, side, side);
      expect(rulings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([]);
      expect(verdict.requiredBump).toBe("none");
    }
    await judge(each, "revision", "base");
  });
});
