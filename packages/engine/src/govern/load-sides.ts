import type { Evidence } from "../analyses/analysis.ts";
import { failed, type Result, together } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { type Description, type LoadOptions, loadDescription } from "../load/description.ts";
import { type Placed, withTimelineOf } from "./past.ts";

/**
 * Loads both sides, or head alone where base is null; where neither can be read, the problems of both are reported.
 * @param contract the contract that they are of, whose timeline they have then
 */
export async function loadSides(
  base: string | null,
  head: string,
  host: Host,
  load: LoadOptions,
  contract?: Placed,
): Promise<Result<Evidence>> {
  const shared = {};
  const loaded = await Promise.all([
    base === null ? { value: undefined } : loadDescription(base, host, load, shared),
    loadDescription(head, host, load, shared),
  ]);
  const sides = together<[Description | undefined, Description]>(loaded);
  if (failed(sides)) return sides;
  const [before, after] = sides.value;
  if (contract === undefined) return { value: { base: before, head: after } };
  const dated = together<[Description | undefined, Description]>([
    before ? await withTimelineOf(before, contract, host) : { value: undefined },
    await withTimelineOf(after, contract, host),
  ]);
  return failed(dated) ? dated : { value: { base: dated.value[0], head: dated.value[1] } };
}
