import { describe, expect, test } from "vitest";
import { answer, readArguedLabels, readCases } from "./support/containment-cases.ts";

/*
 * Pairs of schemas that other people have labelled. No answer may contradict its label, and few may be left undecided.
 */

const argued = readArguedLabels();
const isArgued = (id: string) => argued.some((label) => label.case === id);

/** Files, with the shares of contained and not contained pairs that are decided at least. */
const FILES = [
  { file: "gold.json", proven: 0.995, refuted: 0.995 },
  { file: "containment-1331.json", proven: 1, refuted: 1 },
  { file: "handwritten.json", proven: 0.95, refuted: 0.97 },
].map((each) => ({ ...each, cases: readCases(each.file) }));
const present = FILES.filter(({ cases }) => cases.length > 0);
const all = present.flatMap(({ cases }) => cases);

describe("the list of labels held to be wrong", () => {
  test("gives a reason for each, and names each case once", () => {
    for (const { reason } of argued) expect(reason.length, reason).toBeGreaterThan(40);
    expect(new Set(argued.map((label) => label.case)).size).toBe(argued.length);
  });

  test.skipIf(all.length === 0)("names no case that is not there", () => {
    expect(argued.filter((label) => !all.some(({ id }) => id === label.case))).toEqual([]);
  });

  const listed = all.filter(({ id }) => isArgued(id));
  test.skipIf(listed.length === 0).each(listed)("$id is not answered as labelled", async (each) => {
    expect(await answer(each), "answered as labelled: take it off the list").not.toBe(each.s1_sub_s2 ? "yes" : "no");
  });
});

describe.each(FILES)("the cases of $file", ({ cases, proven, refuted }) => {
  const judged = cases.filter(({ id }) => !isArgued(id));

  test.skipIf(cases.length === 0)(
    "are answered as labelled or left undecided, and most are answered",
    { timeout: 60_000 },
    async () => {
      const contradicted: string[] = [];
      const counts = { yes: { decided: 0, all: 0 }, no: { decided: 0, all: 0 } };
      for (const each of judged) {
        const label = each.s1_sub_s2 ? "yes" : "no";
        const ours = await answer(each);
        counts[label].all++;
        if (ours === label) counts[label].decided++;
        else if (ours !== "undecided") contradicted.push(each.id);
      }
      expect(contradicted).toEqual([]);
      expect(counts.yes.decided / counts.yes.all, JSON.stringify(counts)).toBeGreaterThanOrEqual(proven);
      expect(counts.no.decided / counts.no.all, JSON.stringify(counts)).toBeGreaterThanOrEqual(refuted);
    },
  );
});
