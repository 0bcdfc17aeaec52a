import { isAscii } from "node:buffer";
import { findNotUtf8, type NotUtf8 } from "../base/utf8.ts";

/** A text read from bytes. */
export interface DecodedText {
  readonly text: string;
  /** Offsets of the escapes (`\u00e9`) that stand for characters which the bytes hold as such. */
  readonly escaped: readonly number[];
}

/** Length of an escape, which stands for one UTF-16 unit. */
const ESCAPE_LENGTH = 6;
/** With more characters beyond ASCII than this, a text is read as it is. */
const MOST_ESCAPES = 5_000;
/** Bytes below which a search for the next one beyond ASCII is done byte by byte. */
const SMALL = 64;

/**
 * Decodes UTF-8; where the bytes are something else, says where. JSON with few characters beyond ASCII is read with these escaped: the engine then keeps the text in one
 * byte a character, which halves the memory and the time of everything that reads it.
 */
export function decodeText(bytes: Uint8Array): DecodedText | NotUtf8 {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return { text: buffer.toString("latin1"), escaped: [] };
  const fault = findNotUtf8(buffer);
  if (fault) return fault;
  const first = buffer.subarray(0, 1000).toString("latin1").trimStart()[0];
  // Outside strings JSON has no such characters, and in strings an escape says the same; YAML is another matter.
  const decoded = first === "{" || first === "[" ? escapeBeyondAscii(buffer) : undefined;
  return decoded ?? { text: buffer.toString("utf8"), escaped: [] };
}

function escapeBeyondAscii(buffer: Buffer): DecodedText | undefined {
  const parts: Buffer[] = [];
  const escaped: number[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (let at = 0; at < buffer.length; ) {
    const next = nextBeyondAscii(buffer, at, buffer.length);
    add(buffer.subarray(at, next));
    let end = next;
    while (end < buffer.length && (buffer[end] as number) >= 0x80) end++;
    for (const unit of buffer.toString("utf8", next, end).split("")) {
      if (escaped.push(length) > MOST_ESCAPES) return undefined;
      add(Buffer.from(`\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`));
    }
    at = end;
  }
  return { text: Buffer.concat(parts).toString("latin1"), escaped };
}

/** The first byte beyond ASCII, found by halving: a native check tells of a half whether it has any. */
function nextBeyondAscii(buffer: Buffer, from: number, to: number): number {
  let [low, high] = [from, to];
  if (isAscii(buffer.subarray(low, high))) return to;
  while (high - low > SMALL) {
    const middle = (low + high) >> 1;
    if (isAscii(buffer.subarray(low, middle))) low = middle;
    else high = middle;
  }
  while ((buffer[low] as number) < 0x80) low++;
  return low;
}

/** Columns by which escapes before an offset have moved what follows on its line. */
export function escapeShift(escaped: readonly number[], lineStart: number, offset: number): number {
  return (countBelow(escaped, offset) - countBelow(escaped, lineStart)) * (ESCAPE_LENGTH - 1);
}

/** How many of some numbers in ascending order are less than another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
