import { stripVTControlCharacters, type styleText } from "node:util";

/** Gives a text a style of a terminal, or leaves it as it is where there are no colours. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** How lines are laid out: colours, and the columns that there are. */
export interface Layout {
  readonly paint: Paint;
  /** Infinite where lines are not wrapped. */
  readonly width: number;
}

/** Parts of a text no wider than some columns, broken at spaces. A longer word stays whole, so that it can be copied. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line = "", ...words] = text.split(" ");
  let columns = columnsOf(line);
  for (const word of words) {
    const more = columnsOf(word);
    if (columns + 1 + more > width) {
      lines.push(line);
      [line, columns] = [word, more];
    } else [line, columns] = [`${line} ${word}`, columns + 1 + more];
  }
  return [...lines, line];
}

/**
 * A text in lines that begin below each other, behind a label: `fix: Keep it.`
 *
 * @param label what stands before the first line, painted or not
 * @param columns how many columns the label takes
 */
export function labelled(
  { width, paint }: Layout,
  { label, columns }: { readonly label: string; readonly columns: number },
  text: string,
  style?: Parameters<Paint>[0],
): string[] {
  const parts = wrapText(text, Math.max(width - columns, MIN_WIDTH));
  return parts.map((part, i) => {
    const shown = style === undefined ? part : paint(style, part);
    return i === 0 ? `${label}${shown}` : `${" ".repeat(columns)}${shown}`;
  });
}

/** A text in lines that are all indented alike. */
export function indented(layout: Layout, columns: number, text: string, style?: Parameters<Paint>[0]): string[] {
  return labelled(layout, { label: " ".repeat(columns), columns }, text, style);
}

/** What a text takes of a line; colours take nothing. */
function columnsOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** Columns that a text has at least, however narrow a terminal is. */
const MIN_WIDTH = 24;
