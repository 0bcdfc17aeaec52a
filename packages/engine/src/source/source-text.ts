import { escapeShift } from "./decode.ts";

/** One text that was read, JSON or YAML. */
export interface SourceText {
  /** Absolute URI by which references name it. */
  readonly uri: string;
  /** How reports name it: a path relative to the working directory, or the source as it was given. */
  readonly name: string;
  readonly text: string;
  /** Offsets of escapes that decoding wrote (see `decode.ts`); none where the text is as it was read. */
  readonly escaped?: readonly number[];
}

/** A place in a text; line and column are 1-based, columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of an offset in a text. */
export function positionAt(source: Pick<SourceText, "text" | "escaped">, offset: number): Position {
  return positionsAt(source, new Map([["at", offset]])).get("at") as Position;
}

/** The positions of many offsets, in one pass over the text. */
export function positionsAt<K>(
  { text, escaped = [] }: Pick<SourceText, "text" | "escaped">,
  offsets: ReadonlyMap<K, number>,
): Map<K, Position> {
  const positions = new Map<K, Position>();
  let line = 1;
  let start = 0;
  // Where this line ends is looked up once: a text of one line is long.
  let end = text.indexOf("\n");
  for (const [key, offset] of [...offsets].sort(([, a], [, b]) => a - b)) {
    for (; end >= 0 && end < offset; end = text.indexOf("\n", start)) {
      line++;
      start = end + 1;
    }
    const shift = escaped.length === 0 ? 0 : escapeShift(escaped, start, offset);
    positions.set(key, { line, column: offset - start + 1 - shift });
  }
  return positions;
}

/** Whether a text is written as JSON: it begins with a bracket, as no YAML description in block style does. */
export function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(text.slice(0, 1000));
}
