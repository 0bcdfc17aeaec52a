import { bytesOfResult, type Outcome } from "@concordat/engine";
import { describe, expect, test } from "vitest";
import { outcomesOf } from "./contract-threads.ts";

const outcome = (contract: string) => bytesOfResult({ value: { contract } as Outcome });
const failure = { failure: "input" as const, problems: [{ code: "x", message: "It fails." }] };
const failed = bytesOfResult(failure);

describe("what threads sent of contracts", () => {
  test("is in the order of the contracts", () => {
    expect(outcomesOf([outcome("a"), outcome("b")], 2)).toEqual({ value: [{ contract: "a" }, { contract: "b" }] });
  });

  test("is a failure where one failed, whatever is missing behind it", () => {
    expect(outcomesOf([outcome("a"), failed], 3)).toEqual(failure);
  });

  test.each([
    ["the first", [undefined, outcome("b"), outcome("c")], 1],
    ["one before a failure", [outcome("a"), undefined, failed], 2],
    ["the last", [outcome("a"), outcome("b")], 3],
  ])("is never without a contract: %s", (_, results, number) => {
    expect(() => outcomesOf(results, 3)).toThrow(`before it had judged contract ${number} of 3`);
  });
});
