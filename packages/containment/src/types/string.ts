import { parseNumber } from "../exact.ts";
import { codePointLength } from "../json.ts";
import type { StringLimits } from "../lower/keywords.ts";
import {
  ANY_NUMBER,
  findNumber,
  isBound,
  type Limits,
  meetLimits,
  type NumberViolation,
  numberViolations,
  pointLimits,
  withinLimits,
} from "./number.ts";
import { type Found, NONE, some, unknown } from "./outcome.ts";
import { isFound } from "./pattern.ts";

/** Regular languages, as far as strings need them. Patterns are sources as JSON Schema writes them. */
export interface Automata {
  /** A shortest string that matches each of `within`, none of `outside`, has a length between the bounds, and is not in `except`. */
  findWord(query: WordQuery): Found<string>;
  /** The sets of patterns that some string matches, and no other of the patterns; undefined where they are too many or unknown. */
  kindsOf(patterns: readonly string[]): readonly (readonly string[])[] | undefined;
}

export interface WordQuery {
  readonly within: readonly string[];
  readonly outside: readonly string[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly except: ReadonlySet<string>;
}

/** What a string must satisfy: limits met so far and those it must break. */
export interface StringPlan extends StringLimits {
  readonly outside: readonly string[];
  readonly outsideNumerals: readonly Limits[];
  readonly except: ReadonlySet<string>;
}

/** One way for a string to break limits. */
export type StringViolation =
  | { readonly keyword: "minLength"; readonly maxLength: number }
  | { readonly keyword: "maxLength"; readonly minLength: number }
  | { readonly keyword: "pattern"; readonly pattern: string }
  /** It reads as no number. */
  | { readonly keyword: "numeral" }
  /** It reads as a number that breaks limits of numbers in one way. */
  | NumberViolation;

/** Decimal numerals as JSON writes them; a URL carries numbers in this form. */
const NUMERAL = "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$";
const INTEGER_NUMERAL = "^-?(?:0|[1-9][0-9]*)$";
/** A string longer than this is not written out as a witness. */
const LONGEST_WITNESS = 100_000;

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;
const LAST_CHARACTER = 0x10ffff;

export const ANY_STRING: StringPlan = {
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  patterns: [],
  numeral: undefined,
  outside: [],
  outsideNumerals: [],
  except: new Set(),
};

/** Whether a string keeps limits. */
export function withinStringLimits(value: string, limits: StringLimits): boolean {
  if (limits.minLength > 0 || limits.maxLength !== Number.POSITIVE_INFINITY) {
    const length = codePointLength(value);
    if (length < limits.minLength || length > limits.maxLength) return false;
  }
  return (
    limits.patterns.every((source) => matches(value, source)) &&
    (limits.numeral === undefined || isNumeralWithin(value, limits.numeral))
  );
}

/** The keyword of limits that refuses a string. */
export function refusingKeyword(value: string, limits: StringLimits): StringViolation["keyword"] | undefined {
  return stringViolations(limits).find((violation) => hasViolation(value, violation))?.keyword;
}

function hasViolation(value: string, violation: StringViolation): boolean {
  switch (violation.keyword) {
    case "minLength":
      return codePointLength(value) <= violation.maxLength;
    case "maxLength":
      return codePointLength(value) >= violation.minLength;
    case "pattern":
      return !matches(value, violation.pattern);
    case "numeral":
      return !matches(value, NUMERAL);
    default:
      return matches(value, NUMERAL) && !withinLimits(Number(value), violation.limits);
  }
}

/** Whether a pattern is found in a string; a pattern that is no expression matches nothing. */
export function matches(value: string, source: string): boolean {
  return isFound(source, value);
}

/** The plan that keeps limits as well. */
export function keepString(plan: StringPlan, limits: StringLimits): StringPlan {
  const numeral =
    limits.numeral && plan.numeral ? meetLimits(limits.numeral, plan.numeral) : (limits.numeral ?? plan.numeral);
  return {
    ...plan,
    minLength: Math.max(plan.minLength, limits.minLength),
    maxLength: Math.min(plan.maxLength, limits.maxLength),
    patterns: [...new Set([...plan.patterns, ...limits.patterns])],
    numeral,
  };
}

/** All ways in which a string can break limits. */
export function stringViolations(limits: StringLimits): StringViolation[] {
  return [
    ...(limits.minLength > 0 ? [{ keyword: "minLength", maxLength: limits.minLength - 1 } as const] : []),
    ...(limits.maxLength !== Number.POSITIVE_INFINITY
      ? [{ keyword: "maxLength", minLength: limits.maxLength + 1 } as const]
      : []),
    ...limits.patterns.map((pattern) => ({ keyword: "pattern", pattern }) as const),
    ...(limits.numeral ? [{ keyword: "numeral" } as const, ...numberViolations(limits.numeral)] : []),
  ];
}

/** The plan that breaks limits in one way as well. */
export function breakString(plan: StringPlan, violation: StringViolation): StringPlan {
  switch (violation.keyword) {
    case "minLength":
      return { ...plan, maxLength: Math.min(plan.maxLength, violation.maxLength) };
    case "maxLength":
      return { ...plan, minLength: Math.max(plan.minLength, violation.minLength) };
    case "pattern":
      return { ...plan, outside: [...plan.outside, violation.pattern] };
    case "numeral":
      return { ...plan, outsideNumerals: [...plan.outsideNumerals, ANY_NUMBER] };
    default:
      return {
        ...plan,
        numeral: plan.numeral ?? ANY_NUMBER,
        outsideNumerals: [...plan.outsideNumerals, violation.limits],
      };
  }
}

/** A string as planned: the shortest there is. `automata` is needed only where patterns take part. */
export function findString(plan: StringPlan, automata: Automata | undefined): Found<string> {
  if (plan.minLength > plan.maxLength || plan.patterns.some((source) => plan.outside.includes(source))) return NONE;
  if (plan.numeral !== undefined) return findNumeral(plan, plan.numeral, automata);
  if (plan.outsideNumerals.length > 0) return findNonNumeral(plan, automata);
  if (plan.patterns.length === 0 && plan.outside.length === 0) return findFree(plan);
  if (automata === undefined) return unknown("regular expressions are not loaded");
  return automata.findWord({ ...plan, within: plan.patterns });
}

function findFree({ minLength, maxLength, except }: StringPlan): Found<string> {
  if (minLength > LONGEST_WITNESS) return unknown("the string would be too long to write", true);
  if (minLength === 0 && !except.has("")) return some("");
  const length = Math.max(1, minLength);
  if (length > maxLength) return NONE;
  // One character more than there are exceptions always leaves one free.
  for (let i = 0; i <= except.size; i++) {
    const character = 0x61 + i < FIRST_SURROGATE ? 0x61 + i : 0x61 + i + SURROGATES;
    if (character > LAST_CHARACTER) break;
    const candidate = String.fromCodePoint(character) + "a".repeat(length - 1);
    if (!except.has(candidate)) return some(candidate);
  }
  return unknown("too many strings are ruled out");
}

/** A numeral: its number is found by arithmetic, its text checked against the other limits. */
function findNumeral(plan: StringPlan, numeral: Limits, automata: Automata | undefined): Found<string> {
  const excluded = [...plan.except]
    .filter((text) => isNumeralWithin(text, ANY_NUMBER))
    .map((text) => pointLimits(parseNumber(text)));
  const number = findNumber(numeral, [...plan.outsideNumerals, ...excluded]);
  if (number.kind !== "some") return number;
  const asText = { ...plan, numeral: undefined, outsideNumerals: [] };
  const likely = [number.value, 0, 1, -1, 12, 0.5, numeral.lower.at, numeral.upper.at, 1234567890];
  for (const candidate of likely.filter((at) => isBound({ at, exclusive: false }))) {
    const text = String(candidate);
    const fits =
      withinLimits(candidate, numeral) && !plan.outsideNumerals.some((limits) => withinLimits(candidate, limits));
    if (fits && keepsText(text, asText)) return some(text);
  }
  if (automata === undefined) return unknown("regular expressions are not loaded");
  const shape = numeral.integer ? INTEGER_NUMERAL : NUMERAL;
  const word = automata.findWord({ ...asText, within: [...plan.patterns, shape] });
  if (word.kind !== "some") return word;
  const value = parseNumber(word.value);
  const fits = withinLimits(value, numeral) && !plan.outsideNumerals.some((limits) => withinLimits(value, limits));
  return fits ? word : unknown("the text of a number is limited in two ways at once");
}

/** A string that is no numeral, or one whose number lies outside. */
function findNonNumeral(plan: StringPlan, automata: Automata | undefined): Found<string> {
  const asText = { ...plan, outsideNumerals: [] };
  for (const candidate of ["a", "", "x-1", "a".repeat(Math.min(Math.max(1, plan.minLength), LONGEST_WITNESS))]) {
    if (keepsText(candidate, asText)) return some(candidate);
  }
  if (automata === undefined) return unknown("regular expressions are not loaded");
  const word = automata.findWord({ ...asText, within: plan.patterns, outside: [...plan.outside, NUMERAL] });
  if (word.kind !== "none") return word;
  return findNumeral({ ...plan, numeral: ANY_NUMBER }, ANY_NUMBER, automata);
}

function keepsText(text: string, plan: StringPlan): boolean {
  return (
    withinStringLimits(text, plan) && !plan.except.has(text) && !plan.outside.some((source) => matches(text, source))
  );
}

function isNumeralWithin(text: string, limits: Limits): boolean {
  return matches(text, NUMERAL) && withinLimits(parseNumber(text), limits);
}
