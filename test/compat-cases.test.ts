import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { breaksOf, judgePair, lineOf } from "./support/judging.ts";
import { SHARED } from "./support/paths.ts";

/*
 * Small pairs whose answer was worked out by hand, chosen where tools of this kind err.
 */

const CASES = join(SHARED, "compat-cases");

interface Label {
  readonly direction: "request" | "response";
  readonly truth: "breaking" | "non-breaking";
  readonly note: string;
}

const cases = existsSync(CASES)
  ? readdirSync(CASES).map((id) => {
      const label = JSON.parse(readFileSync(join(CASES, id, "verdict.json"), "utf8")) as Label;
      return { id, ...label };
    })
  : [];

test.skipIf(cases.length === 0)("the cases are here", () => expect(cases.length).toBeGreaterThan(20));

describe.skipIf(cases.length === 0).each(cases)("$id: $note", ({ id, direction, truth }) => {
  test(`is ${truth}`, async () => {
    const outcome = await judgePair(CASES, join(id, "base.yaml"), join(id, "revision.yaml"));
    const breaks = breaksOf(outcome);
    expect(outcome.problems).toEqual([]);
    expect(breaks.length > 0, breaks.map(lineOf).join("\n")).toBe(truth === "breaking");
    expect(outcome.verdict.requiredBump === "major").toBe(truth === "breaking");
    // What security and servers ask for is asked of the consumer, though it has no direction of its own.
    const directions = breaks.flatMap(({ operations }) => operations.map((reach) => reach.direction));
    expect(directions.filter((found) => found !== direction)).toEqual([]);
  });

  test("the other way round is judged too", async () => {
    const outcome = await judgePair(CASES, join(id, "revision.yaml"), join(id, "base.yaml"));
    expect(outcome.verdict.requiredBump === "major").toBe(breaksOf(outcome).length > 0);
  });
});
