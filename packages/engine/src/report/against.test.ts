import { expect, test } from "vitest";
import { againstOf } from "./against.ts";

/* What a stored result was compared with: what was judged by itself is never told as a change, or as one without any. */

const BASE = { source: "base.yaml", version: "1.0.0", openapi: "3.1.0" };
const HEAD = { source: "head.yaml", version: "1.1.0", openapi: "3.1.0" };
const GONE = { source: "head.yaml", version: null, openapi: "" };
const SCORE = { total: 100, themes: [], costliest: [] };
const FIRST = { release: { tag: "v1", date: null } };

test.each([
  ["a pair", { base: BASE, head: HEAD }, false, "base"],
  ["a contract of a check, linted too", { base: BASE, head: HEAD, score: SCORE }, true, "base"],
  ["lint findings that a revision adds", { base: BASE, head: HEAD, score: SCORE }, false, "alone"],
  ["one of several linted descriptions", { base: null, head: HEAD, score: SCORE }, false, "alone"],
  ["the pacts of a description", { base: null, head: HEAD }, false, "alone"],
  ["a new contract", { base: null, head: HEAD, score: SCORE }, true, "new"],
  ["a contract that is gone", { base: null, head: GONE }, true, "alone"],
  ["a contract of a check that only lints", { against: "alone", base: BASE, head: HEAD, score: SCORE }, true, "alone"],
  ["the first release of a history", { base: null, head: HEAD, sections: FIRST }, false, "new"],
] as const)("%s", (_, judged, hasPolicy, against) => {
  expect(againstOf(judged, hasPolicy)).toBe(against);
});
