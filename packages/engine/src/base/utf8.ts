import { isUtf8 } from "node:buffer";

/** Where bytes stop being UTF-8. */
export interface NotUtf8 {
  /** 1-based; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The first place where bytes are not UTF-8; undefined where all of them are. */
export function findNotUtf8(bytes: Uint8Array): NotUtf8 | undefined {
  if (isUtf8(bytes)) return undefined;
  // The longest beginning that may still become UTF-8, found by halving.
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (beginningOf(bytes, middle) === undefined) high = middle - 1;
    else low = middle;
  }
  const text = beginningOf(bytes, low) ?? "";
  const lines = text.split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1, message: messageFor(bytes, text) };
}

/** The whole characters in the first bytes; undefined where these are not UTF-8. A last character may be cut off. */
function beginningOf(bytes: Uint8Array, length: number): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
      stream: true,
    });
  } catch {
    return undefined;
  }
}

function messageFor(bytes: Uint8Array, before: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return "This is UTF-16, not UTF-8. Save the file as UTF-8.";
  const byte = bytes[Buffer.byteLength(before)] ?? 0;
  return `This is not UTF-8: the byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")} is not a character here. Save the file as UTF-8.`;
}
