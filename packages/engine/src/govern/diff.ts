import { failed, type Result } from "../base/result.ts";
import type { ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
import { judge } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
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
export async function governDiff(request: DiffRequest, catalogue: Catalogue, host: Host): Promise<Result<Outcome>> {
  const sides = await loadSides(request.base, request.head, host, request.load);
  if (failed(sides)) return sides;
  const { contract, policy = DEFAULT_POLICY, asOf } = request;
  const waivers = await readWaivers(contract, host);
  if (failed(waivers)) return waivers;
  const matter = {
    ...sides.value,
    contract,
    policy,
    waivers: waivers.value,
    asOf,
    checks: ["diff"],
    lint: DEFAULT_LINT,
  } as const;
  return { value: await judge(matter, catalogue, host) };
}
