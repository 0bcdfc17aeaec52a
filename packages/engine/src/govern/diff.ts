import type { ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import { type Failure, isFailure, type Outcome } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
import { loadFailure } from "./failures.ts";
import { judge } from "./judge.ts";
import { readWaivers } from "./problems.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { DEFAULT_LINT } from "./rulesets.ts";

/** A pair to judge. */
export interface DiffRequest extends RunOptions {
  readonly base: string;
  readonly head: string;
  /** The contract that the pair belongs to, if any. */
  readonly contract?: ContractConfig | undefined;
  readonly policy?: Policy | undefined;
}

/** Judges two revisions: findings, rulings and the verdict. */
export async function governDiff(request: DiffRequest, catalogue: Catalogue, host: Host): Promise<Outcome | Failure> {
  const [base, head] = await Promise.all([
    loadDescription(request.base, host, request.load),
    loadDescription(request.head, host, request.load),
  ]);
  if ("kind" in base || "kind" in head) return loadFailure([base, head]);
  const { contract, policy = DEFAULT_POLICY, asOf } = request;
  const waivers = await readWaivers(contract, host);
  if (isFailure(waivers)) return waivers;
  return judge({ base, head, contract, policy, waivers, asOf, checks: ["diff"], lint: DEFAULT_LINT }, catalogue, host);
}
