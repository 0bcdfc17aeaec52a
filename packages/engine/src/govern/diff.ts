import type { Result } from "../base/result.ts";
import type { ContractConfig, UsageConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
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
}

/** Judges two revisions: findings, rulings and the verdict. */
export function governDiff(request: DiffRequest, catalogue: Catalogue, host: Host): Promise<Result<Outcome>> {
  const { base, head, contract, of, usage, policy = DEFAULT_POLICY } = request;
  const sources = { base, head, contract, of, usage, policy, checks: ["diff"], lint: DEFAULT_LINT } as const;
  return judgeSources(sources, request, catalogue, host);
}
