import type { Evidence } from "../analyses/analysis.ts";
import { failed, type Result } from "../base/result.ts";
import type { UsageConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { judge, type Matter } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
import type { Placed } from "./past.ts";
import { readWaivers } from "./problems.ts";
import { readRemovals } from "./removals.ts";
import type { Catalogue, RunOptions } from "./request.ts";

/** Sources to judge, and how: a matter before it is read. */
export interface Sources extends Omit<Matter, "evidence" | "waivers" | "removals" | "asOf" | "excerpts"> {
  /** Null where there is nothing to compare with. */
  readonly base: string | null;
  readonly head: string;
  /** The contract whose timeline and past they have, though none of its waivers hold. */
  readonly of?: Placed | undefined;
  /** Where calls are counted, if not as the contract says. */
  readonly usage?: UsageConfig | undefined;
  /** What is read already and judged beside them. */
  readonly beside?: Omit<Evidence, "base" | "head">;
}

/** Reads descriptions and the waivers of their contract, and judges them. */
export async function judgeSources(
  { base, head, beside, of, usage, ...matter }: Sources,
  options: RunOptions,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const { asOf, load, excerpts } = options;
  const placed = matter.contract ?? of;
  const sides = await loadSides(base, head, host, load, placed);
  if (failed(sides)) return sides;
  const sources = { contract: placed, policy: matter.policy, usage: matter.contract?.usage ?? usage };
  const removals = await readRemovals({ ...sides.value, scans: beside?.scans }, sources, options, host);
  if (failed(removals)) return removals;
  const waivers = await readWaivers(matter.contract, host);
  if (failed(waivers)) return waivers;
  const evidence = { ...sides.value, ...beside };
  const read = { evidence, waivers: waivers.value, removals: removals.value };
  return { value: await judge({ ...matter, ...read, asOf, excerpts }, catalogue, host) };
}
