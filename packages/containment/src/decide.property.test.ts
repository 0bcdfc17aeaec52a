import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_BUDGET } from "./budget.ts";
import { confirm } from "./confirm/index.ts";
import { Decider } from "./decide.ts";
import type { Json } from "./json.ts";
import type { Place } from "./lower/keywords.ts";
import { STRICT } from "./mode.ts";
import { edited, editsOf } from "./testing/edits.ts";
import { PATIENCE, runs } from "./testing/effort.ts";
import { byAjv, byHyperjump } from "./testing/judges.ts";
import { UNIVERSE } from "./testing/pools.ts";
import { questionOf } from "./testing/question.ts";
import { rewrites, rewritten } from "./testing/rewrites.ts";
import { randomFrom, sampleNear } from "./testing/sampling.ts";
import { DIALECTS, documentOf, type TestDialect } from "./testing/schemas.ts";

/*
 * Random schemas, judged by validators of other people: an answer is proof, or a value that they confirm.
 */

const SAMPLES = 150;

/** A schema, one that resembles it, and a number that values are drawn by. */
function pairsOf(dialect: TestDialect) {
  return fc
    .tuple(documentOf(dialect), editsOf(dialect), fc.integer())
    .map(([left, edits, seed]) => ({ left, right: edited(left, edits), seed }));
}

/** Values near both schemas, and all of a small world. */
function* valuesFor(left: Json, right: Json, seed: number): Generator<Json> {
  const random = randomFrom(seed);
  for (let i = 0; i < SAMPLES; i++) yield sampleNear(i % 2 === 0 ? left : right, random);
  yield* UNIVERSE;
}

/** Whether a value is of the first schema and not of the second: both validators must say so, as either may err alone. */
async function isBetween(dialect: TestDialect, left: Json, right: Json, value: Json): Promise<boolean> {
  return (await byHyperjump(dialect, left, value)) && !(await byHyperjump(dialect, right, value));
}

/** A value that shows that the first schema is not within the second, if there is one among those tried. */
async function findBetween(dialect: TestDialect, left: Json, right: Json, seed: number): Promise<Json | undefined> {
  const [inLeft, inRight] = [byAjv(dialect, left), byAjv(dialect, right)];
  for (const value of valuesFor(left, right, seed)) {
    if (inLeft(value) === false || inRight(value) === true) continue;
    if (await isBetween(dialect, left, right, value)) return value;
  }
  return undefined;
}

describe.each(DIALECTS)("in %s", { timeout: PATIENCE }, (dialect) => {
  test("no value contradicts what is said to be contained", async () => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(pairsOf(dialect), async ({ left, right, seed }) => {
        const question = questionOf(dialect, [left, right], STRICT);
        for (const [from, to] of [
          [left, right],
          [right, left],
        ] as const) {
          const found = from === left ? question.ask(0, 1) : question.ask(1, 0);
          if (found.kind !== "none") continue;
          expect(await findBetween(dialect, from, to, seed)).toBeUndefined();
          judged += SAMPLES + UNIVERSE.length;
        }
      }),
      { numRuns: runs(120) },
    );
    expect(judged, "values judged").toBeGreaterThan(runs(100_000));
  });

  test("a value that is found is of the one schema and not of the other", async () => {
    await fc.assert(
      fc.asyncProperty(pairsOf(dialect), async ({ left, right }) => {
        const { ask, places, library } = questionOf(dialect, [left, right], STRICT);
        const found = ask(0, 1);
        fc.pre(found.kind === "some");
        if (found.kind !== "some") return;
        const { value } = found;
        expect(byAjv(dialect, left)(value) || (await byHyperjump(dialect, left, value)), "accepted").toBe(true);
        expect(byAjv(dialect, right)(value) !== false && (await byHyperjump(dialect, right, value)), "refused").toBe(
          false,
        );
        const [from, to] = places as [Place, Place];
        const confirmed = await confirm({ left: from, right: to, value, seen: value }, library, STRICT);
        if (confirmed.kind === "confirmed") expect(await isBetween(dialect, left, right, confirmed.value)).toBe(true);
      }),
      { numRuns: runs(60) },
    );
  });

  test("a schema written differently is contained both ways, or it is not known", async () => {
    let unknown = 0;
    let asked = 0;
    await fc.assert(
      fc.property(documentOf(dialect), rewrites, (left, list) => {
        const { schema: right, names } = rewritten(dialect, left, list);
        const { ask } = questionOf(dialect, [left, right], STRICT);
        for (const [from, to] of [
          [0, 1],
          [1, 0],
        ] as const) {
          const found = ask(from, to);
          asked++;
          if (found.kind === "unknown") unknown++;
          expect(found.kind, names.join(", ")).not.toBe("some");
        }
      }),
      { numRuns: runs(250) },
    );
    expect(unknown / asked, "share that is not known").toBeLessThan(0.05);
  });
});

test("a smaller budget leaves a question undecided, and never answers it otherwise", () => {
  const { space, places, ask } = questionOf(
    "draft-2020-12",
    [
      { type: "object", required: ["a", "b"], properties: { a: { type: "integer" }, b: { enum: [1, 2] } } },
      { not: { required: ["a"] } },
    ],
    STRICT,
  );
  const [left, right] = places as [Place, Place];
  const answers = [1, 2, 3, 100].map((states) => {
    const budget = { ...DEFAULT_BUDGET, states };
    return new Decider(space, STRICT, undefined, budget).counterexample([left], [right]).kind;
  });
  expect(answers[0]).toBe("unknown");
  expect(answers.at(-1)).toBe(ask(0, 1).kind);
  expect(new Set(answers)).toEqual(new Set(["unknown", "some"]));
});
