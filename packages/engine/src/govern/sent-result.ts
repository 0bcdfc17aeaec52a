import type { Result } from "../base/result.ts";
import type { Outcome } from "../outcome.ts";
import { withDigits } from "../source/long-numerals.ts";

/** What came of a contract, as a text that another thread can be sent: numbers that no double holds keep their digits. */
export function textOfResult(result: Result<Outcome>): string {
  return JSON.stringify(result);
}

/** Reads what `textOfResult` writes. */
export function resultOfText(text: string): Result<Outcome> {
  return withDigits(JSON.parse(text), text, undefined) as Result<Outcome>;
}
