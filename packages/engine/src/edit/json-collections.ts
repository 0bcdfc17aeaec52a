import { parsePointer } from "@concordat/containment/internal";
import { isEscaped } from "../source/key-index.ts";
import type { Collection, Entry } from "./place.ts";

/** Reads objects and lists of a valid JSON text, each once, and only those on the way to what is asked for. */
export function jsonCollections(text: string): (pointer: string) => Collection | undefined {
  const known = new Map<string, Collection | undefined>();
  const find = (pointer: string): Collection | undefined => {
    if (known.has(pointer)) return known.get(pointer);
    const cut = pointer.lastIndexOf("/");
    const token = parsePointer(pointer.slice(Math.max(cut, 0)))?.[0] ?? "";
    // Of equal keys the last one counts.
    const start =
      pointer === ""
        ? skipBlanks(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
        : find(pointer.slice(0, cut))?.entries.findLast(({ key }) => key === token)?.valueStart;
    const found = start === undefined ? undefined : readCollection(text, start);
    known.set(pointer, found);
    return found;
  };
  return find;
}

function readCollection(text: string, start: number): Collection | undefined {
  const list = text[start] === "[";
  if (!list && text[start] !== "{") return undefined;
  const entries: Entry[] = [];
  let at = skipBlanks(text, start + 1);
  while (text[at] !== "}" && text[at] !== "]" && at < text.length) {
    const entry = list ? itemAt(text, at, String(entries.length)) : memberAt(text, at);
    entries.push(entry);
    const behind = skipBlanks(text, entry.end);
    at = text[behind] === "," ? skipBlanks(text, behind + 1) : behind;
  }
  return { list, flow: true, start, end: at + 1, entries };
}

function itemAt(text: string, at: number, key: string): Entry {
  return { key, start: at, keyEnd: at, valueStart: at, end: endOfValue(text, at) };
}

function memberAt(text: string, start: number): Entry {
  const keyEnd = endOfString(text, start);
  const valueStart = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
  const key = JSON.parse(text.slice(start, keyEnd)) as string;
  return { key, start, keyEnd, valueStart, end: endOfValue(text, valueStart) };
}

/** Offset behind the string that opens at an offset. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at + 1;
}

const SIGNS = /["{}[\],]/g;

/** Offset behind the value that begins at an offset. */
function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  let depth = 0;
  SIGNS.lastIndex = from;
  for (let match = SIGNS.exec(text); match; match = SIGNS.exec(text)) {
    const [sign] = match;
    if (sign === '"') SIGNS.lastIndex = endOfString(text, match.index);
    else if (sign === "{" || sign === "[") depth++;
    else if (depth === 0) return text.slice(from, match.index).trimEnd().length + from;
    else if (sign !== "," && --depth === 0) return match.index + 1;
  }
  return text.trimEnd().length;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}
