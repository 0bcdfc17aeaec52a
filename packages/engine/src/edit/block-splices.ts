import type { Change } from "./changes.ts";
import {
  type Collection,
  columnOf,
  type Entry,
  lineEnd,
  lineStart,
  placeAdditions,
  type Refused,
  type Splice,
} from "./place.ts";
import { blockItem, blockMember, inlineScalar, type Style } from "./style.ts";

/** Changes a collection that is written by lines and indentation. */
export function blockSplices(text: string, at: Collection, change: Change, style: Style): Splice[] | Refused {
  const left = at.entries.filter(({ key }) => !change.remove.has(key));
  if (left.length === 0) return [emptied(text, at, addedLines(text, at, change.add, style), style)];
  const splices = [...removed(text, at, change)];
  for (const entry of at.entries) {
    if (!change.replace.has(entry.key)) continue;
    const splice = replaced(text, entry, change.replace.get(entry.key), style);
    if (!splice) return { refused: `the value of \`${entry.key}\` cannot be separated from the text around it` };
    splices.push(splice);
  }
  const column = columnOf(text, at.start);
  for (const { behind, added } of placeAdditions(left, at.list ? change.add.map(withoutKey) : change.add)) {
    const { end } = behind;
    if (!endsLine(text, end) && !isBlankOrComment(text.slice(end, lineEnd(text, end))))
      return { refused: "something else stands on its last line" };
    const from = behindComments(text, closingEnd(text, end), column);
    splices.push({ from, to: from, text: linesBelow(addedLines(text, at, added, style), column, style) });
  }
  return splices;
}

/** Items of a list have no keys to be ordered by. */
function withoutKey({ value }: Added): Added {
  return { key: "", value };
}

/** Fills an empty pair of brackets behind a key: what comes in stands on lines of its own below. */
export function filledBelow(text: string, at: Collection, change: Change, style: Style): Splice[] | undefined {
  const { holder, start, end } = at;
  if (!at.flow || at.entries.length > 0 || holder === undefined || change.add.length === 0) return undefined;
  const stop = lineEnd(text, end);
  const isAlone = /^ *$/.test(text.slice(holder.afterColon, start)) && isBlankOrComment(text.slice(end, stop));
  if (!isAlone) return undefined;
  const column = holder.column + (at.list && !style.indentLists ? 0 : style.unit.length);
  return [
    { from: holder.afterColon, to: end, text: "" },
    { from: stop, to: stop, text: linesBelow(addedLines(text, at, change.add, style), column, style) },
  ];
}

type Added = Change["add"][number];

function addedLines(
  text: string,
  { list, flow, start, entries }: Collection,
  added: readonly Added[],
  style: Style,
): string[] {
  const keys = entries.map((entry) => text.slice(entry.start, entry.keyEnd));
  const blanks = (!flow && /^-( +)\S/.exec(text.slice(start, start + 20))?.[1]) || " ";
  return added.flatMap(({ key, value }) =>
    list ? blockItem(value, blanks, style) : blockMember(key, value, keys, style),
  );
}

/** Deletes members with their lines; comments on lines of their own stay. */
function* removed(text: string, { entries }: Collection, { remove }: Change): Generator<Splice> {
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    if (!remove.has(entry.key)) continue;
    const start = lineStart(text, entry.start);
    if (text.slice(start, entry.start).trim() === "") {
      // With the line break in front of it, so that what is added behind it still finds its place.
      if (start > 0)
        yield { from: lineEnd(text, lineStart(text, start - 1)), to: closingEnd(text, entry.end), text: "" };
      else yield { from: start, to: lineBehind(text, entry.end), text: "" };
    } else if (i + 1 < entries.length) {
      // Behind a dash; the next that stays takes its place there.
      const next = entries.slice(i + 1).findIndex(({ key }) => !remove.has(key));
      const heir = entries[i + 1 + next] as Entry;
      yield { from: entry.start, to: heir.start, text: "" };
      i += next;
    }
  }
}

/** Takes all entries away, or puts others in their place. */
function emptied(text: string, { start, entries, list, holder }: Collection, lines: string[], style: Style): Splice {
  const to = contentEnd(text, (entries.at(-1) as Entry).end);
  const column = columnOf(text, start);
  if (lines.length > 0)
    return { from: start, to, text: lines.map((line, i) => (i === 0 ? line : pad(line, column))).join(style.eol) };
  const empty = list ? "[]" : "{}";
  if (holder && text.slice(holder.afterColon, start).trim() === "")
    return { from: holder.afterColon, to, text: ` ${empty}` };
  return { from: start, to, text: empty };
}

function replaced(text: string, entry: Entry, value: unknown, style: Style): Splice | undefined {
  const { start, keyEnd, valueStart, end } = entry;
  const colon = /^[ \t]*:/.exec(text.slice(keyEnd, keyEnd + 100));
  if (!colon) return undefined;
  const afterColon = keyEnd + colon[0].length;
  const old = text.slice(valueStart, end);
  const inline = inlineScalar(value, /^["']/.exec(old)?.[0], style);
  const isPlain = /^ +$/.test(text.slice(afterColon, valueStart)) && old !== "" && !/^[|>&*!{[]|\n/.test(old);
  if (inline !== undefined && isPlain) return { from: valueStart, to: end, text: inline };
  const column = columnOf(text, start);
  const [first = "", ...rest] = blockMember("k", value, [], style);
  const lines = [first.slice(2), ...rest.map((line) => pad(line, column))];
  return { from: afterColon, to: Math.max(afterColon, contentEnd(text, end)), text: lines.join(style.eol) };
}

/** Comments below that belong to a collection: they follow at once, and stand further in than what comes next. */
function behindComments(text: string, from: number, column: number): number {
  const comments: { column: number; end: number }[] = [];
  let next = -1;
  let isNear = true;
  for (let at = lineBehind(text, from); at < text.length; at = lineBehind(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const depth = line.length - line.trimStart().length;
    if (line.trim() === "") isNear = false;
    else if (line[depth] !== "#") {
      next = depth;
      break;
    } else if (isNear) comments.push({ column: depth, end: at + line.length });
  }
  const foreign = comments.findIndex((comment) => comment.column < column || comment.column <= next);
  return (foreign < 0 ? comments : comments.slice(0, foreign)).at(-1)?.end ?? from;
}

/** Whether an offset is the start of a line: a block that keeps its blank lines ends there. */
function endsLine(text: string, at: number): boolean {
  return text[at - 1] === "\n";
}

/** The end of a value, without the line break that a block keeps. */
function contentEnd(text: string, end: number): number {
  return endsLine(text, end) ? lineEnd(text, lineStart(text, end - 1)) : end;
}

/** The end of the last line of a value, in front of its line break. */
function closingEnd(text: string, end: number): number {
  return lineEnd(text, contentEnd(text, end));
}

function isBlankOrComment(rest: string): boolean {
  return /^[ \t]*(?:#.*)?$/.test(rest);
}

function lineBehind(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function linesBelow(lines: readonly string[], column: number, style: Style): string {
  return lines.map((line) => style.eol + pad(line, column)).join("");
}

function pad(line: string, column: number): string {
  return line === "" ? "" : " ".repeat(column) + line;
}
