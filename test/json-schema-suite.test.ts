import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answer } from "./support/containment-cases.ts";
import { SHARED } from "./support/paths.ts";

/*
 * Tests of the official suite of JSON Schema as questions of containment: a value lies within a schema exactly when it is
 * valid. The value is written as an `enum` of one, which all dialects know.
 */

interface SuiteTest {
  readonly id: string;
  readonly dialect: string;
  readonly schema: never;
  readonly data: never;
  readonly valid: boolean;
}

const file = join(SHARED, "json-schema-suite", "tests.jsonl");
const tests: readonly SuiteTest[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as SuiteTest)
  : [];

/** Share of questions that may be left undecided. */
const MOST_UNDECIDED = 0.01;

describe("the official suite of JSON Schema", () => {
  test.skipIf(tests.length === 0)("has no value judged otherwise", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    const undecided: string[] = [];
    for (const { id, dialect, schema, data, valid } of tests) {
      const found = await answer({
        id,
        s1: { enum: [data] } as never,
        s2: schema,
        s1_sub_s2: valid,
        draft: dialect.replace("draft-", "draft"),
      });
      if (found === "undecided") undecided.push(id);
      else if ((found === "yes") !== valid) wrong.push(`${id}: ${found}`);
    }
    expect(wrong).toEqual([]);
    expect(undecided.length / tests.length, undecided.join("\n")).toBeLessThanOrEqual(MOST_UNDECIDED);
  });
});
