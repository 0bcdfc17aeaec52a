import type { Pair } from "../../kit/targets.ts";
import type { Response } from "../../model/revision.ts";
import { isSuccess } from "../../model/status.ts";

/** The response that describes a status: its own, that of its range, or `default` (OpenAPI 3.1, section 4.8.16). */
function covering(responses: readonly Response[], status: string): Response | undefined {
  const exact = responses.find((response) => response.status === status);
  if (exact || status === "default") return exact;
  return (
    responses.find((response) => response.status === `${status[0]}XX`) ??
    responses.find((response) => response.status === "default")
  );
}

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
    const other = covering(head, response.status);
    if (other) add({ base: response, head: other });
    else lost.push(response);
  }
  for (const response of head) {
    const other = covering(base, response.status);
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
