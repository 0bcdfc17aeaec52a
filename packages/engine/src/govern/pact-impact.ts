import { failed, type Result } from "../base/result.ts";
import type { Config } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { judge } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
import { readPacts } from "./pacts.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { DEFAULT_LINT } from "./rulesets.ts";

/** Two revisions, and the pacts of those who may be hurt by what changed. */
export interface PactImpactRequest extends RunOptions {
  readonly config: Config;
  readonly base: string;
  readonly head: string;
  readonly pacts: readonly string[];
  /** What the provider is called in its pacts, where that is to be held to. */
  readonly provider?: string | undefined;
}

/** Judges two revisions as a comparison does, and says of each change which consumers it hurts. */
export async function governPactImpact(
  { config, base, head, pacts, provider, asOf, load }: PactImpactRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const read = await readPacts(pacts, provider, host);
  if (failed(read)) return read;
  const sides = await loadSides(base, head, host, load);
  if (failed(sides)) return sides;
  const matter = {
    evidence: { ...sides.value, ...read.value },
    contract: undefined,
    policy: config.policy,
    waivers: [],
    asOf,
    checks: ["diff", "pact"],
    lint: DEFAULT_LINT,
  } as const;
  // What is wrong with the pacts themselves is for the check of them to tell.
  return { value: await judge(matter, { ...catalogue, pact: [] }, host) };
}
