import { describe, expect, test } from "vitest";
import { answer } from "./support/containment-cases.ts";
import { SUITE_TESTS } from "./support/json-schema-suite.ts";

/*
 * Tests of the official suite of JSON Schema as questions of containment: a value lies within a schema exactly when it is
 * valid. The value is written as an `enum` of one, which all dialects know.
 */

/** Share of questions that may be left undecided. */
const MOST_UNDECIDED = 0.01;

describe("the official suite of JSON Schema", () => {
  test.skipIf(SUITE_TESTS.length === 0)("has no value judged otherwise", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    const undecided: string[] = [];
    for (const { id, dialect, schema, data, valid } of SUITE_TESTS) {
      const found = await answer({
        id,
        s1: { enum: [data] },
        s2: schema,
        s1_sub_s2: valid,
        draft: dialect.replace("draft-", "draft"),
      });
      if (found === "undecided") undecided.push(id);
      else if ((found === "yes") !== valid) wrong.push(`${id}: ${found}`);
    }
    expect(wrong).toEqual([]);
    expect(undecided.length / SUITE_TESTS.length, undecided.join("\n")).toBeLessThanOrEqual(MOST_UNDECIDED);
  });
});
