import { describe, expect, test } from "vitest";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD, governDiff, type Outcome } from "../packages/engine/src/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { filesOf, type OutsideCase, readOutsideCases, readOutsideDifferences } from "./outside-cases.ts";
import { lineOf, TODAY } from "./support/judging.ts";

/*
 * Concordat beside the tests of other tools. Both must say the same of "does this break?", or the pair stands in
 * outside-differences.yaml with the reason. A pair that agrees again must leave the list, so that the list stays true.
 */

const cases = readOutsideCases();
const differences = readOutsideDifferences();
const listed = differences.flatMap((difference) => difference.cases);

/** Agreement that is asked for, of all pairs. */
const LEAST_AGREEMENT = 0.97;

async function judge({ base, head, format, asOf = TODAY }: OutsideCase): Promise<Outcome> {
  const [before, after] = [filesOf(base, "/base", format), filesOf(head, "/head", format)];
  const host = memoryHost({ cwd: "/", today: asOf, files: { ...before.files, ...after.files } });
  const request = { base: before.entry, head: after.entry, asOf, load: { ...DEFAULT_LOAD, root: "/" } };
  return valueIn(await governDiff(request, catalogue, host));
}

describe("the list of differences with other suites", () => {
  test("gives a reason for each, and names each pair once", () => {
    for (const { reason, cases: ids } of differences) {
      expect(reason.length, reason).toBeGreaterThan(40);
      expect(ids.length, reason).toBeGreaterThan(0);
    }
    expect(listed.filter((id, at) => listed.indexOf(id) !== at)).toEqual([]);
  });

  test.skipIf(cases.length === 0)("names no pair that is not there, and few of those that are", () => {
    expect(listed.filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
    expect(1 - listed.length / cases.length).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
  });
});

describe.skipIf(cases.length === 0)("the pairs of other suites", { timeout: 60_000 }, () => {
  test.each(cases)("$id", async (each) => {
    const { rulings, verdict } = await judge(each);
    const ours = verdict.requiredBump === "major";
    const difference = differences.find((group) => group.cases.includes(each.id));
    const said = rulings.map(lineOf).join("\n");
    if (difference === undefined) expect(ours, said).toBe(each.breaking);
    else {
      expect(ours, "agrees again: take it off the list").not.toBe(each.breaking);
      expect(ours ? "concordat" : "suite").toBe(difference.breaking);
    }
  });
});
