import type { Pair } from "../../kit/targets.ts";
import type { Response } from "../../model/revision.ts";
import { isSuccess, responseFor } from "../../model/status.ts";

export interface PairedResponses {
  /** Covered by no response of the other side. */
  readonly lost: readonly Response[];
  readonly gained: readonly Response[];
  readonly pairs: readonly Pair<Response>[];
}

/** Pairs each response with the one that describes its status on the other side. */
export function pairResponses(base: readonly Response[], head: readonly Response[]): PairedResponses {
  const pairs = new Map<string, Pair<Response>>();
  const add = (pair: Pair<Response>) => pairs.set(`${pair.base.status} ${pair.head.status}`, pair);
  const lost: Response[] = [];
  const gained: Response[] = [];
  for (const response of base) {
    const other = responseFor(head, response.status);
    if (other) add({ base: response, head: other });
    else lost.push(response);
  }
  for (const response of head) {
    const other = responseFor(base, response.status);
    if (other?.status === response.status) add({ base: other, head: response });
    // A new success is no error that was described by `default` before.
    else if (other === undefined || (other.status === "default" && isSuccess(response.status) && base.length > 1))
      gained.push(response);
    else {
      add({ base: other, head: response });
      // A range says what to expect; `default` only that there may be more.
      if (other.status === "default") gained.push(response);
    }
  }
  return { lost, gained, pairs: [...pairs.values()] };
}
