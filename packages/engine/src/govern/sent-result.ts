import type { Result } from "../base/result.ts";
import type { Outcome } from "../outcome.ts";
import { withDigits } from "../source/long-numerals.ts";

/** What came of a contract, as bytes: small to keep, and sent to another thread as they are. Numbers that no double holds keep their digits. */
export function bytesOfResult(result: Result<Outcome>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(result));
}

/** Reads what `bytesOfResult` writes. */
export function resultOfBytes(bytes: Uint8Array): Result<Outcome> {
  const text = new TextDecoder().decode(bytes);
  return withDigits(JSON.parse(text), text, undefined) as Result<Outcome>;
}
