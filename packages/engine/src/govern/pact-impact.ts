import { failed, type Result } from "../base/result.ts";
import type { Config } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { judgeSources } from "./judge-sources.ts";
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
  request: PactImpactRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const { config, base, head, pacts, provider } = request;
  const beside = await readPacts(pacts, provider, host);
  if (failed(beside)) return beside;
  const sources = {
    base,
    head,
    beside: beside.value,
    contract: undefined,
    policy: config.policy,
    checks: ["diff", "pact"],
    lint: DEFAULT_LINT,
  } as const;
  // What is wrong with the pacts themselves is for the check of them to tell.
  return judgeSources(sources, request, { ...catalogue, pact: [] }, host);
}
