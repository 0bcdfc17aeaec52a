import { isEscaped } from "./key-index.ts";
import type { PointerTree } from "./pointer-tree.ts";

const QUOTE = 0x22;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;

/** Offsets of what pointers lead to in a valid JSON text: of the key in an object, of the value in an array. */
export function locateInJson(text: string, wanted: PointerTree, from = 0): Map<string, number> {
  const scanner = new Scanner(text);
  scanner.value(wanted, scanner.space(from));
  return scanner.found;
}

/** A key that an object of a valid JSON text writes twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly offset: number;
}

/** All keys that repeat an earlier one of the same object, in order. */
export function duplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACE) open.push(new Set());
    else if (code === OPEN_BRACKET) open.push(undefined);
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) open.pop();
    else if (code === QUOTE) {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names && text.charCodeAt(skipSpace(text, end + 1)) === COLON) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        if (names.has(key)) found.push({ key, offset: at });
        names.add(key);
      }
      at = end;
    }
  }
  return found;
}

/** Offset of the closing quote of a string that opens at an offset. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** Walks a valid text along the wanted tokens and skips everything else. */
class Scanner {
  readonly found = new Map<string, number>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  space(from: number): number {
    return this.#text.charCodeAt(from) === 0xfeff ? skipSpace(this.#text, from + 1) : skipSpace(this.#text, from);
  }

  /** Passes the value at an offset, collecting what is wanted in it; answers the offset behind it. */
  value(wanted: PointerTree | undefined, at: number, start = at): number {
    if (wanted?.pointer !== undefined) this.found.set(wanted.pointer, start);
    const code = this.#text.charCodeAt(at);
    const inside = wanted !== undefined && wanted.children.size > 0;
    if (inside && code === OPEN_BRACE) return this.#object(wanted, at);
    if (inside && code === OPEN_BRACKET) return this.#array(wanted, at);
    return this.#skip(at);
  }

  #object(wanted: PointerTree, from: number): number {
    const text = this.#text;
    let at = skipSpace(text, from + 1);
    while (text.charCodeAt(at) !== CLOSE_BRACE && at < text.length) {
      const end = endOfString(text, at);
      const raw = text.slice(at + 1, end);
      const key = raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
      const child = wanted.children.get(key);
      const value = skipSpace(text, skipSpace(text, end + 1) + 1);
      const behind = skipSpace(text, this.value(child, value, at));
      at = text.charCodeAt(behind) === COMMA ? skipSpace(text, behind + 1) : behind;
    }
    return at + 1;
  }

  #array(wanted: PointerTree, from: number): number {
    const text = this.#text;
    let at = skipSpace(text, from + 1);
    for (let index = 0; text.charCodeAt(at) !== CLOSE_BRACKET && at < text.length; index++) {
      const behind = skipSpace(text, this.value(wanted.children.get(String(index)), at));
      at = text.charCodeAt(behind) === COMMA ? skipSpace(text, behind + 1) : behind;
    }
    return at + 1;
  }

  #skip(from: number): number {
    const text = this.#text;
    let depth = 0;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        at = endOfString(text, at);
        if (depth === 0) return at + 1;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (depth === 0) return at;
        if (--depth === 0) return at + 1;
      } else if (code === COMMA && depth === 0) return at;
    }
    return text.length;
  }
}
