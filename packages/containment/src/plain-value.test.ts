import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainlyHasValue } from "./plain-value.ts";
import { runs } from "./testing/effort.ts";
import { questionOf } from "./testing/question.ts";
import { DIALECTS, documentOf } from "./testing/schemas.ts";

const MODES = (["none", "request", "response"] as const).map(
  (direction) => ({ extras: "declared", direction, unknownProperties: "refuse" }) as const,
);

describe.each(DIALECTS)("%s: where a glance shows a value", (dialect) => {
  test.each(MODES)("the search finds one ($direction)", (mode) => {
    let shown = 0;
    fc.assert(
      fc.property(documentOf(dialect), (schema) => {
        const { places, decider } = questionOf(dialect, [schema], mode);
        if (!plainlyHasValue(places, decider.views)) return;
        shown++;
        expect(decider.ask({ keep: places, break: [], beside: [] }).kind).toBe("some");
      }),
      { numRuns: runs(150) },
    );
    expect(shown).toBeGreaterThan(0);
  });
});
