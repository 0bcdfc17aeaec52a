import { parseNumber } from "@concordat/containment/internal";
import { expect, test } from "vitest";
import type { Result } from "../base/result.ts";
import type { Outcome } from "../outcome.ts";
import { NO_VERDICT } from "../policy/verdict.ts";
import { bytesOfResult, resultOfBytes } from "./sent-result.ts";

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
  ["one with texts of all kinds", { value: { ...outcome, contract: "\uFEFFb\u00FCcher \u{1F4DA} \uD800" } }],
  ["a failure", { failure: "input", problems: [{ code: "parse", message: "No JSON.", file: "openapi.yaml" }] }],
])("%s arrives as it was sent", (_, result) => {
  expect(resultOfBytes(bytesOfResult(result))).toEqual(result);
});

test("a number that no double holds keeps its digits", () => {
  const number = parseNumber("9007199254740993");
  const sent = { value: { ...outcome, sections: { replacements: { number } } } } as unknown as Result<Outcome>;
  expect(new TextDecoder().decode(bytesOfResult(sent))).toContain("9007199254740993");
  expect(resultOfBytes(bytesOfResult(sent))).toEqual(sent);
});
