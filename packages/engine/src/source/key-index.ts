import { isObject } from "@concordat/containment/internal";
import type { PointerTree } from "./pointer-tree.ts";

/** Offsets of the closing quotes of all keys of a JSON text, in the order they are written. */
export type KeyIndex = Int32Array;

const BACKSLASH = 0x5c;

/**
 * Indexes the keys of a valid JSON text by native search for quotes before colons. Undefined where these are not as many
 * as the data has keys: then some key is written twice, or blanks stand before a colon.
 */
export function indexKeys(text: string, keys: number): KeyIndex | undefined {
  const index = new Int32Array(keys);
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) {
    if (text.charCodeAt(at - 1) === BACKSLASH && isEscaped(text, at)) continue;
    if (count === keys) return undefined;
    index[count++] = at;
  }
  return count === keys ? index : undefined;
}

/** Offset of the opening quote of the string that closes at an offset. */
function openingQuote(text: string, close: number): number {
  let at = text.lastIndexOf('"', close - 1);
  while (text.charCodeAt(at - 1) === BACKSLASH && isEscaped(text, at)) at = text.lastIndexOf('"', at - 1);
  return at;
}

/** Whether the character at an offset stands behind an odd number of backslashes. */
export function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

/** Passes the value behind a colon in another way, for what keys do not tell: the items of lists. */
export type LocateItems = (wanted: PointerTree, afterColon: number) => void;

/**
 * Offsets of the keys that pointers lead to. The text is only looked at for the keys themselves: how many keys a value
 * holds, and so where the next begins, follows from the data.
 */
export function locateKeys(
  text: string,
  index: KeyIndex,
  data: unknown,
  wanted: PointerTree,
  locateItems: LocateItems,
): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (value: Record<string, unknown>, tree: PointerTree, first: number): void => {
    const names = Object.keys(value).length;
    let missing = tree.children.size;
    let key = first;
    for (let i = 0; i < names && missing > 0; i++) {
      const close = index[key] as number;
      const open = openingQuote(text, close);
      const raw = text.slice(open + 1, close);
      const name = raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
      const member = value[name];
      const child = tree.children.get(name);
      if (child) {
        missing--;
        if (child.pointer !== undefined) found.set(child.pointer, open);
        if (Array.isArray(member)) locateItems(child, close + 2);
        else if (isObject(member)) visit(member, child, key + 1);
      }
      key += 1 + countKeys(member);
    }
  };
  if (wanted.pointer !== undefined) found.set(wanted.pointer, text.search(/\S/));
  if (isObject(data)) visit(data, wanted, 0);
  return found;
}

function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) for (const item of value) keys += countKeys(item);
  else for (const name in value) keys += 1 + countKeys((value as Record<string, unknown>)[name]);
  return keys;
}
