import { locateOffsets, type ParsedText } from "./parse.ts";

/** A key, quoted or not, and the plain scalar behind it; a tag or an anchor may stand between them. */
const PLAIN_VALUE =
  /^(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:\s*|(?:\? +)?[^\n]*?\s*:\s+)(?:[!&][^\s,[\]{}]*\s+)*([-+.\w]+)\s*(?:$|[\n\r,}\]]|#)/;
/** Keys are shorter than this, with the number behind them. */
const MOST_LENGTH = 2_000;

/**
 * The text of a number, a boolean or a null as it is written in a mapping: `1.10`, where data say 1.1. Undefined where a
 * pointer leads to something else, or to an alias of what is written elsewhere.
 */
export function writtenScalar(source: ParsedText, pointer: string): string | undefined {
  const offset = locateOffsets(source, [pointer]).get(pointer);
  return offset === undefined ? undefined : PLAIN_VALUE.exec(source.text.slice(offset, offset + MOST_LENGTH))?.[1];
}
