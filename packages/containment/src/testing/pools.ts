import type { Json } from "../json.ts";

/*
 * What random schemas and values are made of. The pools are small on purpose: schemas drawn from them meet in the same
 * names, numbers and texts, so that their differences lie where the values are.
 */

/** Names of properties, and texts of enums and constants. */
export const NAMES = ["a", "b", "ab", "x-a"] as const;
/** Bounds and constants. */
export const NUMBERS = [-1, 0, 0.5, 1, 1.5, 2, 3, 4, 6] as const;
/** Steps; 0.1 and 0.3 show whether decimals are read as decimals. */
export const STEPS = [0.1, 0.5, 1, 1.5, 2, 3] as const;
/** Regular expressions, each with an automaton of few states. */
export const PATTERNS = [
  "^a",
  "b$",
  "^[ab]*$",
  "^(?:a|bb)+$",
  "^\\d{1,2}$",
  "^$",
  "a.?b",
  "^.{2}$",
  "^x-",
  "b",
] as const;
/** Texts on both sides of the patterns and of short lengths. */
export const TEXTS = [
  "",
  "a",
  "b",
  "ab",
  "aa",
  "bb",
  "ba",
  "abb",
  "aab",
  "12",
  "1",
  "x-",
  "x-a",
  "abcd",
  "😀",
  "zz",
] as const;

const SCALARS: readonly Json[] = [null, true, false, ...NUMBERS, 0.1, 0.3, -2, 5, 7, 12, ...TEXTS];
const MEMBERS: readonly Json[] = [null, true, 0, 1, 2, 0.5, "", "a", "ab", "b", [], {}, { a: 1 }, ["a"]];
const FEW: readonly Json[] = [null, 1, 2, "a", "ab", {}];

/** Every value of a small world: scalars, and arrays and objects of few members of few kinds. */
export const UNIVERSE: readonly Json[] = [...SCALARS, ...arrays(), ...objects()];

function arrays(): Json[] {
  const ones = MEMBERS.map((item) => [item]);
  const twos = MEMBERS.flatMap((first) => MEMBERS.map((second) => [first, second]));
  const threes = FEW.flatMap((first) => FEW.flatMap((second) => FEW.map((third) => [first, second, third])));
  const nested = FEW.flatMap((item) => [[item], [item, item], [[item]]]);
  return [[], ...ones, ...twos, ...threes, ...nested, [1, 1, 1, 1], ["a", "b", "a", "b"], [0, 1, 2, 3, 4]];
}

function objects(): Json[] {
  const ones = [...NAMES, "c", "zz"].flatMap((name) => MEMBERS.map((value) => ({ [name]: value })));
  const twos = pairs(["a", "b", "ab", "x-a", "zz"]).flatMap(([one, other]) =>
    FEW.flatMap((first) => FEW.map((second) => ({ [one]: first, [other]: second }))),
  );
  const more = FEW.flatMap((value) => [
    { a: value, b: 1, ab: 1 },
    { a: value, b: value, ab: value, "x-a": value },
    { a: { a: value } },
    { a: { b: value } },
    { b: { a: { a: value } } },
    { a: [value], b: value },
    { a: [{ a: value }] },
  ]);
  return [{}, ...ones, ...twos, ...more];
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((first, i) => list.slice(i + 1).map((second): [T, T] => [first, second]));
}
