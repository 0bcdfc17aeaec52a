import { expect, test } from "vitest";
import { ANY_NUMBER, findNumber, type Limits, meetLimits, pointLimits, withinLimits } from "./number.ts";

const between = (lower: number, upper: number, more: Partial<Limits> = {}): Limits => ({
  ...ANY_NUMBER,
  lower: { at: lower, exclusive: false },
  upper: { at: upper, exclusive: false },
  ...more,
});

const cases: readonly [name: string, within: Limits, outside: readonly Limits[], expected: "some" | "none"][] = [
  ["the simplest of all", ANY_NUMBER, [], "some"],
  ["a bound that is missed by one", between(0, 250), [between(0, 249)], "some"],
  [
    "whole numbers between exclusive bounds",
    between(0, 2, { integer: true }),
    [pointLimits(0), pointLimits(2)],
    "some",
  ],
  ["nothing between neighbours", between(1, 2, { integer: true }), [pointLimits(1), pointLimits(2)], "none"],
  ["0.3 is a multiple of 0.1", pointLimits(0.3), [{ ...ANY_NUMBER, steps: [0.1] }], "none"],
  ["multiples of 6 that are not of 4", { ...ANY_NUMBER, steps: [6] }, [{ ...ANY_NUMBER, steps: [4] }], "some"],
  ["multiples of 4 are multiples of 2", { ...ANY_NUMBER, steps: [4] }, [{ ...ANY_NUMBER, steps: [2] }], "none"],
  ["a number that is not whole", ANY_NUMBER, [{ ...ANY_NUMBER, integer: true }], "some"],
];

test.each(cases)("%s", (_, within, outside, expected) => {
  const found = findNumber(within, outside);
  if (found.kind !== "some") {
    expect(found.kind).toBe(expected);
    return;
  }
  expect(expected).not.toBe("none");
  expect(withinLimits(found.value, within)).toBe(true);
  expect(outside.filter((limits) => withinLimits(found.value, limits))).toEqual([]);
});

test("of two bounds at one number the exclusive one stays, on whichever side it is", () => {
  const [closed, open] = [false, true].map(
    (exclusive): Limits => ({ ...ANY_NUMBER, lower: { at: 0, exclusive }, upper: { at: 1, exclusive } }),
  ) as [Limits, Limits];
  expect([meetLimits(closed, open), meetLimits(open, closed)]).toEqual([open, open]);
  expect(meetLimits(closed, closed)).toEqual(closed);
});

test.each([
  [0, false],
  [0.5, true],
  [1, false],
])("%d between the exclusive bounds 0 and 1: %s", (value, within) => {
  const limits = { ...ANY_NUMBER, lower: { at: 0, exclusive: true }, upper: { at: 1, exclusive: true } };
  expect(withinLimits(value, limits)).toBe(within);
});
