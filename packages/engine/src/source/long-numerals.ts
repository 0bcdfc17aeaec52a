import { parseNumber } from "@concordat/containment";

/** Doubles keep every number of fewer digits. */
const LONG = 16;
const NUMERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?=\s*[,}\]])/y;
/** An exponent, and what ends a number behind it. */
const FAR_EXPONENT = /(?<![\d.])-?\d[\d.]*[eE][-+]?\d{3,}(?=\s*[,}\]])/g;

/** The data of a JSON text that parses, with numbers in the place of doubles that lost digits. */
export function withDigits(data: unknown, text: string): unknown {
  return losesDigits(text) ? JSON.parse(text, keepDigits) : data;
}

function keepDigits(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" && context?.source !== undefined ? parseNumber(context.source) : value;
}

/**
 * Whether a JSON text writes a number that a double does not keep, or seems to within a string. Hardly any text does, and all
 * are asked: a row of digits is found by a look at each sixteenth character.
 */
export function losesDigits(text: string): boolean {
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let [from, to] = [at, at + 1];
    while (from > 0 && isDigit(text.charCodeAt(from - 1))) from--;
    while (to < text.length && isDigit(text.charCodeAt(to))) to++;
    if (to - from < LONG) continue;
    if (isLost(numeralAt(text, text[from - 1] === "-" ? from - 1 : from))) return true;
    // The next row begins behind this one, and is met by a look as far behind it.
    at = to - 1;
  }
  return [...text.matchAll(FAR_EXPONENT)].some(({ index }) => isLost(numeralAt(text, index)));
}

/** A digit or the point among them. */
function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e;
}

function numeralAt(text: string, from: number): string | undefined {
  NUMERAL.lastIndex = from;
  return NUMERAL.exec(text)?.[0];
}

function isLost(numeral: string | undefined): boolean {
  return numeral !== undefined && typeof parseNumber(numeral) !== "number";
}
