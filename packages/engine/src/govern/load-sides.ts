import type { Evidence } from "../analyses/analysis.ts";
import { type Result, together } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { type Description, type LoadOptions, loadDescription } from "../load/description.ts";

/** Loads both sides, or head alone where base is null; where neither can be read, all that is wrong is told. */
export async function loadSides(
  base: string | null,
  head: string,
  host: Host,
  load: LoadOptions,
): Promise<Result<Evidence>> {
  const loaded = await Promise.all([
    base === null ? { value: undefined } : loadDescription(base, host, load),
    loadDescription(head, host, load),
  ]);
  const sides = together<[Description | undefined, Description]>(loaded);
  return "failure" in sides ? sides : { value: { base: sides.value[0], head: sides.value[1] } };
}
