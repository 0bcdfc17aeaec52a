import type { Reach, Witness } from "../finding/finding.ts";
import { reachOf } from "../finding/witness-reach.ts";
import { operationName } from "../model/operation-key.ts";

/**
 * The operations of a finding as reports have them: each once for each direction and each parameter or header. A schema that
 * many responses of an operation share is told of one of them: the one that the witness is of, or else the first.
 */
export function shownOperations(operations: readonly Reach[], witness: Witness | undefined): readonly Reach[] {
  if (operations.length < 2) return operations;
  const shown = witness && reachOf(operations, witness);
  return [...Map.groupBy(operations, partKey).values()].map(
    (same) => same.find((each) => each === shown) ?? (same[0] as Reach),
  );
}

function partKey({ direction, at, ...operation }: Reach): string {
  const part = at === undefined || at.startsWith("/") ? "" : at;
  return `${operationName(operation)} ${direction} ${part}`;
}
