import { type Result, together } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { type Description, type LoadOptions, loadDescription } from "../load/description.ts";

/** What is to be judged, and what with. */
export interface Sides {
  /** Null where there is nothing to compare with. */
  readonly base: Description | null;
  readonly head: Description;
}

/** Loads both sides; where neither can be read, all that is wrong is told. */
export async function loadSides(
  base: string | null,
  head: string,
  host: Host,
  load: LoadOptions,
): Promise<Result<Sides>> {
  const loaded = await Promise.all([
    base === null ? { value: null } : loadDescription(base, host, load),
    loadDescription(head, host, load),
  ]);
  const sides = together<[Description | null, Description]>(loaded);
  return "failure" in sides ? sides : { value: { base: sides.value[0], head: sides.value[1] } };
}
