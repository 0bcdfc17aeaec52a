import { describe, expect, test } from "vitest";
import { Decider } from "../packages/containment/src/index.ts";
import { EFFORT } from "../packages/containment/src/testing/effort.ts";
import { corpusPairs, decide, READINGS, readQuestions, settle, type Verdict } from "./support/component-pairs.ts";

/*
 * Schemas that real descriptions changed, asked in both directions and both readings: each is contained, or refuted by a
 * value that two validators and our own confirm, or one of the few that are left undecided; and the answers repeat.
 */

/** Takes minutes; run with more effort only. */
const SLOW = ["opensearch-multifile"];
const MOST_UNDECIDED = 0.02;

const present = corpusPairs();
const pairs = present.filter(({ name }) => EFFORT > 1 || !SLOW.includes(name));

/** All answers so far, by question. */
const verdicts = new Map<string, Verdict>();

describe.skipIf(present.length === 0).each(pairs)("$name", (pair) => {
  const timeout = EFFORT > 1 ? 3_600_000 : 60_000;

  test("is answered the same twice, and refuted by what our validator agrees on", { timeout }, async () => {
    const { list, space, library } = await readQuestions(pair);
    for (const [reading, mode] of Object.entries(READINGS)) {
      const found = list.map((question) => decide(question, space, mode));
      const again = list.toReversed().map((question) => decide(question, space, mode));
      expect(again.toReversed()).toEqual(found);
      const { validator } = new Decider(space, mode);
      for (const [i, question] of list.entries()) {
        const line = `${pair.name}, ${reading}: ${question.name} ${question.direction}`;
        const verdict = await settle(found[i] as (typeof found)[number], question, library, mode);
        verdicts.set(line, verdict);
        if (verdict.kind !== "refuted") continue;
        const byLeft = validator.accepts(question.left, verdict.witness, "left");
        const byRight = validator.accepts(question.right, verdict.witness, "right");
        expect({ byLeft, byRight }, line).toEqual({ byLeft: true, byRight: false });
      }
    }
  });
});

describe.skipIf(present.length === 0)("of all questions", () => {
  const linesOf = (kind: Verdict["kind"]) => [...verdicts].filter(([, verdict]) => verdict.kind === kind);

  test("many are answered either way", () => {
    expect(linesOf("contained").length).toBeGreaterThan(1000);
    expect(linesOf("refuted").length).toBeGreaterThan(1000);
  });

  test("few are left undecided", () => {
    const undecided = linesOf("undecided");
    expect(undecided.length / verdicts.size, JSON.stringify(undecided)).toBeLessThanOrEqual(MOST_UNDECIDED);
  });
});
