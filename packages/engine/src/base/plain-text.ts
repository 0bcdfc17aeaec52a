/*
 * Names and texts of a description are somebody else's. A terminal obeys control characters in them, a runner of GitHub
 * Actions obeys lines that look like its commands, and bidirectional controls show a text in an order it is not in.
 * What is written here does none of that, wherever it is shown.
 */

/** Characters that end a line somewhere, and the tab. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** C0 and C1 controls, DELETE, and the controls that turn the direction of text (Unicode UAX #9, section 2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be taken out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** The same without the C0 controls, which JSON escapes by itself, and with the line ends of Unicode. */
const UNESCAPED_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Sequences that set a colour or a weight (ECMA-48, section 8.3.117). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences begin with ESCAPE
const STYLES = /(\u001b\[[\d;]*m)/;

/** A text on one line. Line ends become a space, and each control character the sign of a character that cannot be shown. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, " ").replace(CONTROLS, "\ufffd");
}

/**
 * Lines of text that neither a terminal nor a runner takes for a command: no control character is left but the line feed,
 * and what a runner would read as `::name::` at the start of a line, or as `##[name]` in it, is broken up by a zero-width space
 * (GitHub Actions, workflow commands).
 *
 * @param styled whether colours are kept: those of a report, whose texts have gone through `oneLine`
 */
export function plainLines(text: string, { styled = false } = {}): string {
  return text
    .split("\n")
    .map((line) => (styled ? styledLine(line) : oneLine(line)))
    .map(withoutCommand)
    .join("\n");
}

/** One line of a log: what `oneLine` gives, without commands of a runner. */
export function logLine(text: string): string {
  return withoutCommand(oneLine(text));
}

/**
 * A value as JSON whose bytes are harmless in a terminal and in a log, and which says exactly the same: what could be taken
 * for anything else is escaped (RFC 8259, section 7).
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replace(UNESCAPED_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("##[", "#\\u0023[");
}

/** A number of things: `1 error`, `2 errors`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function styledLine(line: string): string {
  return line
    .split(STYLES)
    .map((part, i) => (i % 2 === 1 ? part : oneLine(part)))
    .join("");
}

function withoutCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, "$1:\u200b").replaceAll("##[", "##\u200b[");
}
