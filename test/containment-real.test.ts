import { describe, expect, test } from "vitest";
import { Decider } from "../packages/containment/src/internal.ts";
import { EFFORT } from "../packages/containment/src/testing/effort.ts";
import { corpusPairs, decide, READINGS, readQuestions, settle, type Verdict } from "./support/component-pairs.ts";

/*
 * Schemas that real descriptions changed, asked in both directions as the diff asks: each is contained, or refuted by a
 * value that two validators and our own confirm, or one of the few that are left undecided; and the answers repeat. More
 * effort asks all of that of all pairs in both readings.
 */

const THOROUGH = EFFORT > 1;
const MOST_UNDECIDED = 0.02;

/** Of so many questions one is asked again. */
const ASKED_AGAIN = THOROUGH ? 1 : 5;

const present = corpusPairs();
const readings = Object.values(READINGS).filter(({ extras }) => THOROUGH || extras === "declared");

/** All answers so far, by question. */
const verdicts = new Map<string, Verdict>();

describe.each(present)("$name", (pair) => {
  const timeout = THOROUGH ? 3_600_000 : 60_000;

  test("is answered the same twice, and refuted by what our validator agrees on", { timeout }, async () => {
    const { list, space, library } = await readQuestions(pair);
    for (const mode of readings) {
      const found = list.map((question) => decide(question, space, mode));
      // Backwards, as an answer must not depend on what was asked before.
      const again = [...list.keys()].filter((i) => i % ASKED_AGAIN === 0).toReversed();
      for (const i of again) expect(decide(list[i] as (typeof list)[number], space, mode)).toEqual(found[i]);
      const { validator } = new Decider(space, mode);
      for (const [i, question] of list.entries()) {
        const line = `${pair.name}, ${mode.extras}: ${question.name} ${question.direction}`;
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
    expect(linesOf("contained").length).toBeGreaterThan(500);
    expect(linesOf("refuted").length).toBeGreaterThan(500);
  });

  test("few are left undecided", () => {
    const undecided = linesOf("undecided");
    expect(undecided.length / verdicts.size, JSON.stringify(undecided)).toBeLessThanOrEqual(MOST_UNDECIDED);
  });
});
