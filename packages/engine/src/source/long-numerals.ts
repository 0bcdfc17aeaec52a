import { compareNumbers, type JsonNumber, nearestDouble, parseNumber } from "@concordat/containment/internal";
import type { KeyIndex } from "./key-index.ts";

/** Doubles keep every number of fewer digits. */
const LONG = 16;
const NUMERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?=\s*[,}\]])/y;
/** An exponent of three digits or more behind a number, and what ends it; the one letter first, so that a text is passed over quickly. */
const FAR_EXPONENT = /[eE](?<=[\d.][eE])[-+]?\d{3,}(?=\s*[,}\]])/g;

/**
 * The data of a JSON text that parses, with numbers in the place of doubles that lost digits.
 *
 * @param keys where the keys of the text are written, if that is known
 */
export function withDigits(data: unknown, text: string, keys: KeyIndex | undefined): unknown {
  const lost = lostNumerals(text);
  if (lost.length === 0) return data;
  return keys !== undefined && restore(data, text, lost, keys) ? data : JSON.parse(text, keepDigits);
}

function keepDigits(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" && context?.source !== undefined ? parseNumber(context.source) : value;
}

/** A number of a text that no double keeps. */
interface LostNumeral {
  readonly offset: number;
  readonly value: JsonNumber;
}

/**
 * The numbers of a JSON text that a double does not keep, in order; some of them may stand within strings. Hardly any text
 * has one, and all are asked: a row of digits is found by a look at each sixteenth character.
 */
export function lostNumerals(text: string): LostNumeral[] {
  const found = new Map<number, JsonNumber>();
  const look = (offset: number) => {
    const numeral = numeralAt(text, offset);
    const value = numeral === undefined ? 0 : parseNumber(numeral);
    if (typeof value !== "number") found.set(offset, value);
  };
  for (let at = LONG - 1; at < text.length; at += LONG) {
    const code = text.charCodeAt(at);
    // Letters and blanks, which are nearly all that is met, are passed over at once.
    if (code > 0x39 || code < 0x2e || !isDigit(code)) continue;
    const from = digitsFrom(text, at);
    let to = at + 1;
    while (to < text.length && isDigit(text.charCodeAt(to))) to++;
    if (to - from < LONG) continue;
    look(signFrom(text, from));
    // The next row begins behind this one, and is met by a look as far behind it.
    at = to - 1;
  }
  for (const { index } of text.matchAll(FAR_EXPONENT)) look(signFrom(text, digitsFrom(text, index)));
  return [...found].map(([offset, value]) => ({ offset, value })).sort((a, b) => a.offset - b.offset);
}

/**
 * Puts numbers in the place of all doubles that they are read as. Answers whether it could: where each is the value of a key,
 * and the data have no more of such doubles than the text has of such numbers.
 */
function restore(data: unknown, text: string, lost: readonly LostNumeral[], keys: KeyIndex): boolean {
  const read = new Map<number, { readonly value: JsonNumber; missing: number }>();
  for (const { offset, value } of lost) {
    const double = nearestDouble(value);
    const known = read.get(double) ?? { value, missing: 0 };
    if (compareNumbers(known.value, value) !== 0 || !isValueOfKey(text, offset, keys)) return false;
    known.missing++;
    read.set(double, known);
  }
  const places: (readonly [Record<string, unknown>, string, JsonNumber])[] = [];
  const visit = (value: object): void => {
    for (const key in value) {
      const member = (value as Record<string, unknown>)[key];
      if (typeof member === "object" && member !== null) visit(member);
      const found = typeof member === "number" ? read.get(member) : undefined;
      if (found === undefined) continue;
      found.missing--;
      places.push([value as Record<string, unknown>, key, found.value]);
    }
  };
  visit(data as object);
  if ([...read.values()].some(({ missing }) => missing !== 0)) return false;
  for (const [holder, key, value] of places) holder[key] = value;
  return true;
}

/** Whether a key stands before an offset: then it is not within a string, nor in a list. */
function isValueOfKey(text: string, offset: number, keys: KeyIndex): boolean {
  const colon = offset - 1 - blanksBefore(text, offset);
  if (text[colon] !== ":") return false;
  const quote = colon - 1;
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle] as number) < quote) from = middle + 1;
    else to = middle;
  }
  return keys[from] === quote;
}

function blanksBefore(text: string, offset: number): number {
  let count = 0;
  while (text.charCodeAt(offset - 1 - count) <= 0x20) count++;
  return count;
}

/** A digit or the point among them. */
function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e;
}

/** The offset from which on digits stand before one. */
function digitsFrom(text: string, before: number): number {
  let from = before;
  while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
  return from;
}

function signFrom(text: string, from: number): number {
  return text[from - 1] === "-" ? from - 1 : from;
}

function numeralAt(text: string, from: number): string | undefined {
  NUMERAL.lastIndex = from;
  return NUMERAL.exec(text)?.[0];
}
