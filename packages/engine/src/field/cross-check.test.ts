import { describe, expect, test } from "vitest";
import type { Ruling } from "../policy/ruling.ts";
import { crossCheck } from "./cross-check.ts";

const ruling = (rule: string, path: string, more: Partial<Ruling> = {}) =>
  ({
    rule,
    audience: "wire",
    impact: "major",
    proof: "witness",
    operations: [{ method: "GET", path, direction: "request" }],
    ...more,
  }) as Ruling;
const change = {
  id: "request-parameter-max-decreased",
  text: "the max was decreased",
  operation: "GET",
  path: "/users/{id}",
};

describe("oasdiff beside the findings here", () => {
  test("agrees where both object to an operation for what corresponds", () => {
    const { agreed, onlyThere, onlyHere } = crossCheck(
      [change],
      [ruling("diff/request-range-narrowed", "/users/{key}")],
    );
    expect([agreed, onlyThere, onlyHere]).toEqual([1, [], []]);
  });

  test("differs where nothing here objects to the operation, and says why", () => {
    const { onlyThere, onlyHere } = crossCheck([change], [ruling("diff/request-range-narrowed", "/pets")]);
    expect(onlyThere).toEqual([{ change, why: expect.stringMatching(/\.$/) }]);
    expect(onlyHere).toEqual([{ ruling: expect.anything(), why: expect.stringContaining("witness") }]);
  });

  test("leaves aside what breaks nobody here", () => {
    expect(crossCheck([], [ruling("diff/schema-removed", "/users", { audience: "client" })]).onlyHere).toEqual([]);
  });

  test("tells what could not be decided from what has a witness", () => {
    const { onlyHere } = crossCheck([], [ruling("diff/request-range-narrowed", "/users", { proof: "undecided" })]);
    expect(onlyHere[0]?.why).toContain("could not decide");
  });
});
