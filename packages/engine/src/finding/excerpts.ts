import type { Side, Span } from "./finding.ts";

/** Lines of a text in a row. */
export interface Excerpt {
  /** The number of the first line, from 1. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** Lines around what was found: by side and file, in the order of the file. */
export type Excerpts = { readonly [S in Side]?: Readonly<Record<string, readonly Excerpt[]>> };

/** Lines shown before the one that a place is on. */
export const BEFORE = 2;
/** Lines shown from it on, as far as they belong to what begins there. */
const MOST_LINES = 40;

/** The lines of one place. */
export interface PlaceExcerpt extends Excerpt {
  /** There may be more lines that belong to it: only the first ones are held. */
  readonly isCut?: true;
}

/** The lines from a place on, with some before it; undefined where no excerpt has them. */
export function excerptAt(excerpts: Excerpts, side: Side, { file, line }: Span): PlaceExcerpt | undefined {
  const found = excerpts[side]?.[file]?.find(({ from, lines }) => from <= line && line < from + lines.length);
  if (found === undefined) return undefined;
  const start = line - found.from;
  const length = blockLength(found.lines, start);
  const from = Math.max(0, start - BEFORE);
  return {
    from: found.from + from,
    lines: found.lines.slice(from, start + length),
    ...(length === MOST_LINES && { isCut: true }),
  };
}

/** How many lines belong to what begins on one: that line, those indented further, and a bracket that closes it. */
export function blockLength(lines: readonly string[], start: number): number {
  const depth = indentOf(lines[start] ?? "");
  for (let length = 1; length < MOST_LINES; length++) {
    const line = lines[start + length];
    if (line === undefined) return length;
    if (line.trim() === "" || indentOf(line) > depth) continue;
    return /^\s*[\]}]/.test(line) ? length + 1 : length;
  }
  return MOST_LINES;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
