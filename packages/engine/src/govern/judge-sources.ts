import type { Evidence } from "../analyses/analysis.ts";
import { failed, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { judge, type Matter } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
import type { Placed } from "./past.ts";
import { readWaivers } from "./problems.ts";
import { removedDays } from "./removed-days.ts";
import type { Catalogue, RunOptions } from "./request.ts";

/** Sources to judge, and how: a matter before it is read. */
export interface Sources extends Omit<Matter, "evidence" | "waivers" | "removedDays" | "asOf" | "excerpts"> {
  /** Null where there is nothing to compare with. */
  readonly base: string | null;
  readonly head: string;
  /** The contract whose timeline and past they have, though none of its waivers hold. */
  readonly of?: Placed | undefined;
  /** What is read already and judged beside them. */
  readonly beside?: Omit<Evidence, "base" | "head">;
}

/** Reads descriptions and the waivers of their contract, and judges them. */
export async function judgeSources(
  { base, head, beside, of, ...matter }: Sources,
  { asOf, load, excerpts }: RunOptions,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const placed = matter.contract ?? of;
  const sides = await loadSides(base, head, host, load, placed);
  if (failed(sides)) return sides;
  const days = await removedDays(sides.value, placed, matter.policy, load, host);
  if (failed(days)) return days;
  const waivers = await readWaivers(matter.contract, host);
  if (failed(waivers)) return waivers;
  const evidence = { ...sides.value, ...beside };
  const read = { evidence, waivers: waivers.value, removedDays: days.value };
  return { value: await judge({ ...matter, ...read, asOf, excerpts }, catalogue, host) };
}
