import { parseNumber } from "@concordat/containment/internal";
import { expect, test } from "vitest";
import type { Result } from "../base/result.ts";
import type { Outcome } from "../outcome.ts";
import { NO_VERDICT } from "../policy/verdict.ts";
import { resultOfText, textOfResult } from "./sent-result.ts";

const outcome: Outcome = {
  contract: "users",
  base: null,
  head: { source: "openapi.yaml", version: "1.0.0", openapi: "3.1.0" },
  against: "new",
  verdict: NO_VERDICT,
  rulings: [],
  problems: [],
  sections: {},
};

test.each<[string, Result<Outcome>]>([
  ["an outcome", { value: outcome }],
  ["a failure", { failure: "input", problems: [{ code: "parse", message: "No JSON.", file: "openapi.yaml" }] }],
])("%s arrives as it was sent", (_, result) => {
  expect(resultOfText(textOfResult(result))).toEqual(result);
});

test("a number that no double holds keeps its digits", () => {
  const number = parseNumber("9007199254740993");
  const sent = { value: { ...outcome, sections: { replacements: { number } } } } as unknown as Result<Outcome>;
  expect(textOfResult(sent)).toContain("9007199254740993");
  expect(resultOfText(textOfResult(sent))).toEqual(sent);
});
