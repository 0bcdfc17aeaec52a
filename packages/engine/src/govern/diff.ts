import { failed, type Result } from "../base/result.ts";
import type { ContractConfig, UsageConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
import { type ConsumerEvidence, type NamedConsumers, readConsumers, readNamed } from "./consumers.ts";
import { judgeSources } from "./judge-sources.ts";
import type { Placed } from "./past.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { DEFAULT_LINT } from "./rulesets.ts";

/** A pair to judge. */
export interface DiffRequest extends RunOptions {
  readonly base: string;
  readonly head: string;
  /** The contract that the pair belongs to, if any. */
  readonly contract?: ContractConfig | undefined;
  readonly policy?: Policy | undefined;
  /** The contract whose timeline and past they have, though none of its waivers hold. */
  readonly of?: Placed | undefined;
  /** Where calls are counted; undefined where nobody counts them. */
  readonly usage?: UsageConfig | undefined;
  /** The consumers of whom each change is to say whether it hurts them: pacts and scans, or those of a contract. */
  readonly consumers?: NamedConsumers | ContractConfig | undefined;
  /** Whether to find what none of them uses of head. */
  readonly unused?: boolean | undefined;
}

/** Judges two revisions: findings, rulings and the verdict; where consumers are known, whom each change hurts. */
export async function governDiff(request: DiffRequest, catalogue: Catalogue, host: Host): Promise<Result<Outcome>> {
  const { base, head, contract, of, usage, unused, policy = DEFAULT_POLICY } = request;
  const beside = await consumersOf(request, host);
  if (failed(beside)) return beside;
  const pair = { base, head, contract, of, usage, unused, policy, lint: DEFAULT_LINT };
  if (beside.value.pacts.length + beside.value.scans.length === 0)
    return judgeSources({ ...pair, checks: ["diff"] }, request, catalogue, host);
  // What is wrong with the pacts themselves is for the check of them to say.
  const rules = { ...catalogue, pact: [] };
  return judgeSources({ ...pair, beside: beside.value, checks: ["diff", "pact"] }, request, rules, host);
}

async function consumersOf({ consumers }: DiffRequest, host: Host): Promise<Result<ConsumerEvidence>> {
  if (consumers === undefined) return { value: { pacts: [], scans: [] } };
  return "pacts" in consumers ? readNamed(consumers, host) : readConsumers(consumers, host);
}
