import { isObject, type Json, own, parsePointer } from "@concordat/containment/internal";
import type { Reach, Witness } from "./finding.ts";

/** The reach that a witness is a message of: its place is the one that the reason names. */
export function reachOf<R extends Pick<Reach, "at">>(
  operations: readonly R[],
  { reason, value }: Pick<Witness, "reason" | "value">,
): R | undefined {
  return (
    operations.find(({ at }) => at !== undefined && reason.startsWith(`\`${at}\` `)) ??
    operations.find(({ at }) => at === undefined || (at !== "" && valueAt(value, at) !== undefined)) ??
    operations[0]
  );
}

/** The value that a pointer leads to; undefined where there is none. */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let found: unknown = value;
  for (const token of parsePointer(pointer) ?? []) {
    if (Array.isArray(found)) found = found[Number(token)];
    else found = isObject(found) ? own(found, token) : undefined;
  }
  return found as Json | undefined;
}
