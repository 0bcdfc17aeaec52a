import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNumbers, ExactNumber, isNumber, type JsonNumber, parseNumber, withDoubles } from "./exact.ts";
import { canonicalText, isObject, jsonEqual } from "./json.ts";
import { isMultiple, shift, toWhole } from "./types/decimal.ts";
import { ANY_NUMBER, type Bound, findNumber, type Limits, withinLimits } from "./types/number.ts";

test.each([
  ["0", 0],
  ["-0", -0],
  ["0.000", 0],
  ["0e999", 0],
  ["1.50", 1.5],
  ["+1", 1],
  [".5", 0.5],
  ["1.", 1],
  ["1e3", 1000],
  ["9007199254740992", 2 ** 53],
  ["9007199254740992.0", 2 ** 53],
  ["123456789012345680", 123456789012345680],
  ["9223372036854776000", 2 ** 63],
  ["0.30000000000000004", 0.30000000000000004],
  ["1.7976931348623157e308", Number.MAX_VALUE],
  ["5e-324", Number.MIN_VALUE],
  ["100000000000000000000000", 1e23],
] as const)("%s is a double", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each([
  ["9007199254740993", "9007199254740993"],
  ["9223372036854775807", "9223372036854775807"],
  ["9223372036854775808", "9223372036854775808"],
  ["-9223372036854775808", "-9223372036854775808"],
  ["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
  ["1e400", "1e400"],
  ["-1e-400", "-1e-400"],
  ["1e1000000", "1e1000000"],
  ["1e99999999999999999999", "1e99999999999999999999"],
  ["+9007199254740993", "9007199254740993"],
  ["009007199254740993", "9007199254740993"],
  [".10000000000000000000001", "10000000000000000000001e-23"],
])("%s is kept, and printed as %s", (text, printed) => {
  const value = parseNumber(text);
  expect(value).toBeInstanceOf(ExactNumber);
  expect(JSON.stringify([value])).toBe(`[${printed}]`);
  expect(`${value}`).toBe(printed);
  expect(parseNumber(text)).toBe(value);
  expect([isObject(value), isNumber(value), Object.keys(value)]).toEqual([false, true, []]);
});

describe("numbers of other spellings are equal", () => {
  test.each([
    ["9007199254740993", "9007199254740993.0"],
    ["9007199254740993", "9.007199254740993e15"],
    ["1e400", "10e399"],
    ["1e1000000", "0.1e1000001"],
  ])("%s and %s", (a, b) => {
    const [left, right] = [parseNumber(a), parseNumber(b)];
    expect(compareNumbers(left, right)).toBe(0);
    expect(jsonEqual({ a: [left] }, { a: [right] })).toBe(true);
    expect(canonicalText(left)).toBe(canonicalText(right));
  });
});

test("numbers come in their order, doubles by their shortest form", () => {
  const texts = [
    ...[
      "-1e99999999999999999999",
      "-1e1000000",
      "-1e400",
      "-9223372036854775808",
      "-9007199254740993",
      "-9007199254740992",
    ],
    ...["-1", "-1e-400", "0", "1e-1000000", "1e-400", "5e-324", "0.1", "0.1000000000000000055511151231257827", "1"],
    ...["9007199254740992", "9007199254740993", "9223372036854775806", "9223372036854775807", "9223372036854776000"],
    ...["9223372036854780000", "1e400", "1e1000000", "1e99999999999999999999"],
  ];
  const numbers = [Number.NEGATIVE_INFINITY, ...texts.map(parseNumber), Number.POSITIVE_INFINITY];
  for (const [i, a] of numbers.entries())
    for (const [j, b] of numbers.entries()) {
      expect(Math.sign(compareNumbers(a, b)) + 0, `${a} ${b}`).toBe(Math.sign(i - j));
      expect(jsonEqual(a, b)).toBe(i === j);
    }
});

const integers = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });

test("whole numbers are compared as they are written", () => {
  fc.assert(
    fc.property(integers, integers, (a, b) => {
      // Digits that a double shows as zeros are what it says.
      fc.pre(typeof parseNumber(`${a}`) !== "number" || BigInt(parseNumber(`${a}`) as number) === a);
      fc.pre(typeof parseNumber(`${b}`) !== "number" || BigInt(parseNumber(`${b}`) as number) === b);
      expect(Math.sign(compareNumbers(parseNumber(`${a}`), parseNumber(`${b}`)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test("what is read is what is written, digit by digit", () => {
  fc.assert(
    fc.property(integers, fc.integer({ min: -400, max: 400 }), (digits, exponent) => {
      const value = parseNumber(`${digits}e${exponent}`);
      const back = typeof value === "number" ? String(value) : value.toString();
      expect(compareNumbers(parseNumber(back), value) + 0).toBe(0);
      expect(JSON.parse(JSON.stringify(value) ?? "") + 0).toBe(
        typeof value === "number" ? value + 0 : value.nearest + 0,
      );
    }),
  );
});

test.each([
  ["9007199254740993", "1", true],
  ["9007199254740993", "2", false],
  ["9007199254740993", "0.5", true],
  ["0.1000000000000000055511151231257827", "0.1", false],
  ["1e400", "3", false],
  ["1e400", "1e399", true],
  ["1e1000000", "1", true],
  ["1e1000000", "0.25", true],
  ["1e1000000", "3", false],
  ["1e99999999999999999999", "7", false],
  ["1e-1000000", "0.1", false],
])("whether %s is a multiple of %s: %s", (value, step, answer) => {
  expect(isMultiple(parseNumber(value), parseNumber(step))).toBe(answer);
});

test("the next whole number is exact", () => {
  const near = parseNumber("9007199254740992.5");
  expect([`${toWhole(near, "up")}`, `${toWhole(near, "down")}`]).toEqual(["9007199254740993", "9007199254740992"]);
  expect(`${shift(2 ** 53, 1)}`).toBe("9007199254740993");
  expect(`${shift(parseNumber("-9223372036854775808"), -1)}`).toBe("-9223372036854775809");
  expect(toWhole(parseNumber("9223372036854775807"), "up")).toBe(parseNumber("9223372036854775807"));
});

describe("a number is found between bounds that are one double", () => {
  const at = (text: string): Bound => ({ at: parseNumber(text), exclusive: false });
  const whole = (lower: string, upper: string): Limits => ({
    integer: true,
    steps: [],
    lower: at(lower),
    upper: at(upper),
  });

  test.each([
    ["9223372036854775806", "9223372036854775807", "9223372036854775806", "9223372036854775807"],
    ["9007199254740993", "9007199254740995", "9007199254740994", "9007199254740993"],
  ])("%s to %s, but not from %s on", (lower, upper, from, found) => {
    const outside = { ...whole(from, upper), upper: ANY_NUMBER.upper };
    const below = { ...whole(lower, from), lower: ANY_NUMBER.lower };
    expect(findNumber(whole(lower, upper), [below])).toMatchObject({ kind: "some", value: parseNumber(upper) });
    const first = findNumber(whole(lower, upper), [outside]);
    expect(first.kind === "some" ? `${first.value}` : first.kind).toBe(lower === from ? "none" : found);
  });

  test("or there is none, where both are the same in other spellings", () => {
    const left = whole("0", "9223372036854775807");
    expect(findNumber(left, [whole("0", "9.223372036854775807e18")]).kind).toBe("none");
    expect(findNumber(left, [whole("0", "9223372036854775808")]).kind).toBe("none");
    expect(findNumber(left, [whole("0", "9223372036854775806")]).kind).toBe("some");
  });

  test("a value is within only what holds it exactly", () => {
    const value: JsonNumber = parseNumber("9007199254740993");
    expect(withinLimits(value, whole("0", "9007199254740992"))).toBe(false);
    expect(withinLimits(value, whole("0", "9007199254740993.0"))).toBe(true);
  });
});

test("others are given the nearest doubles, and whatever has none is itself", () => {
  const plain = { a: [1, { b: "x" }], c: Number.NaN };
  expect(withDoubles(plain)).toBe(plain);
  const shared = { x: parseNumber("9007199254740993") };
  expect(withDoubles({ a: [shared, shared], b: parseNumber("1e400"), c: plain })).toEqual({
    a: [{ x: 2 ** 53 }, { x: 2 ** 53 }],
    b: Number.POSITIVE_INFINITY,
    c: plain,
  });
});
