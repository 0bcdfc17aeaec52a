import { expect, test } from "vitest";
import type { ClosedSchema } from "./closed-schema.ts";
import { workOf } from "./work.ts";

test.each([
  ["^(a+)+$", 5_000, false],
  ["^((a{1,9}){1,9}){1,9}$", 100, false],
  ["^(?:[a-z]*)*$", 5_000, false],
  ["^(a|aa)+$", 5_000, false],
  ["^(a+)+$", 20, true],
  ["^[a-z]+(-[a-z]+)*$", 5_000, true],
  ["^(?:foo|bar)+$", 5_000, true],
])("%s is tried on %i characters: %s", (pattern, length, isTried) => {
  const schema = { type: "string", pattern } as unknown as ClosedSchema;
  expect(Number.isFinite(workOf(schema, "a".repeat(length)))).toBe(isTried);
});
