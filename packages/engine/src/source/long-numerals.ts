import { type JsonNumber, parseNumber } from "@concordat/containment";
import { WayScanner } from "./json-scan.ts";

/** Doubles keep every number of fewer digits. */
const LONG = 16;
const NUMERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?=\s*[,}\]])/y;
/** An exponent of three digits or more behind a number, and what ends it; the one letter first, so that a text is passed over quickly. */
const FAR_EXPONENT = /[eE](?<=[\d.][eE])[-+]?\d{3,}(?=\s*[,}\]])/g;

/**
 * The data of a JSON text that parses, with numbers in the place of doubles that lost digits.
 *
 * @param hasRepeats whether an object may write a key twice: then the parser has to say which of its values counts
 */
export function withDigits(data: unknown, text: string, hasRepeats: boolean): unknown {
  const lost = lostNumerals(text);
  if (lost.length === 0) return data;
  return hasRepeats || typeof data === "number" ? JSON.parse(text, keepDigits) : restored(data, text, lost);
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
    if (!isDigit(text.charCodeAt(at))) continue;
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

/** Puts numbers where the data has doubles in their place: the way to each is known when its offset is reached. */
function restored(data: unknown, text: string, lost: readonly LostNumeral[]): unknown {
  const scanner = new WayScanner(text);
  for (const { offset, value } of lost) {
    const way = scanner.wayTo(offset);
    if (way === undefined) continue;
    const holder = way.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], data);
    (holder as Record<string, unknown>)[way.at(-1) as string] = value;
  }
  return data;
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
