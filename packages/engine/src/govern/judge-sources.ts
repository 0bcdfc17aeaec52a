import type { Evidence } from "../analyses/analysis.ts";
import { failed, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { judge, type Matter } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
import { readWaivers } from "./problems.ts";
import type { Catalogue, RunOptions } from "./request.ts";

/** Sources to judge, and how: a matter before it is read. */
export interface Sources extends Omit<Matter, "evidence" | "waivers" | "asOf" | "excerpts"> {
  /** Null where there is nothing to compare with. */
  readonly base: string | null;
  readonly head: string;
  /** What is read already and judged beside them. */
  readonly beside?: Omit<Evidence, "base" | "head">;
}

/** Reads descriptions and the waivers of their contract, and judges them. */
export async function judgeSources(
  { base, head, beside, ...matter }: Sources,
  { asOf, load, excerpts }: RunOptions,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const sides = await loadSides(base, head, host, load);
  if (failed(sides)) return sides;
  const waivers = await readWaivers(matter.contract, host);
  if (failed(waivers)) return waivers;
  const evidence = { ...sides.value, ...beside };
  return { value: await judge({ ...matter, evidence, waivers: waivers.value, asOf, excerpts }, catalogue, host) };
}
