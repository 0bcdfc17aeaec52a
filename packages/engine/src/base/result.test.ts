import { expect, test } from "vitest";
import { type Failure, failed, hostFailure, inputFailure, type Result, resultOf, together } from "./result.ts";

/* One shape for all that can fail. */

const value = (each: number): Result<number> => ({ value: each });
const gone = inputFailure("gone", "It is gone.", { file: "a.yaml" });
const stuck: Failure = { failure: "tool", problems: [{ code: "stuck", message: "It hangs." }] };

test.each<[string, readonly Result<number>[], unknown]>([
  ["values", [value(1), value(2)], { value: [1, 2] }],
  ["nothing", [], { value: [] }],
  ["a value and a failure", [value(1), gone], gone],
  ["the same failure twice", [gone, gone], gone],
  [
    "a failure of the input and one of a tool",
    [gone, stuck],
    { failure: "tool", problems: [...gone.problems, ...stuck.problems] },
  ],
])("together, %s", (_, results, expected) => {
  expect(together(results)).toEqual(expected);
});

test.each<[string, readonly Failure["problems"][number][], unknown]>([
  ["nothing wrong", [], { value: "a" }],
  ["a problem", gone.problems, gone],
])("a value with %s", (_, problems, expected) => {
  expect(resultOf("a", problems)).toEqual(expected);
});

test.each([
  ["tool", "tool"],
  ["missing", "input"],
  ["refused", "input"],
  ["too-large", "input"],
])("what a host calls %s is a failure of kind %s", (failure, expected) => {
  const problems = [{ code: "unread", message: "No." }];
  expect(hostFailure({ failure, message: "No." }, "unread")).toEqual({ failure: expected, problems });
  expect(hostFailure({ failure, message: "No." }, "unread", "Why.").problems[0]?.message).toBe("Why.");
});

test("only a failure has failed, also one of a value that is called so", () => {
  expect([value(0), gone, { value: gone }].map(failed)).toEqual([false, true, false]);
});
