import {
  type CheckOutcome,
  type CheckRequest,
  type Config,
  contractOf,
  type DiffRequest,
  governCheck,
  inputFailure,
  isCalled,
  type Result,
  withCompatibility,
} from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ContractCheckFlags } from "./contract-check.ts";
import type { Session } from "./open.ts";

/** Two descriptions, where that is what was named; else all that was named are contracts. */
export function pairOf(sources: readonly string[], { contracts }: Config): readonly [string, string] | undefined {
  const [base, head] = sources;
  const isContract = (name: string) => contracts.some((contract) => isCalled(contract, name));
  if (sources.length !== 2 || base === undefined || head === undefined || sources.every(isContract)) return undefined;
  return [base, head];
}

/** What asks for a comparison of two descriptions: by the policy, and with the timeline and the usage of the contract that they are of. */
export async function pairRequest(
  base: string,
  head: string,
  { compatibility }: CompatibilityFlag,
  { config, asOf, load, openStore, host }: Session,
): Promise<DiffRequest> {
  const of = (await contractOf(head, config, host)) ?? (await contractOf(base, config, host));
  const policy = withCompatibility(config.policy, compatibility);
  return { base, head, of, usage: of?.usage ?? config.usage, policy, asOf, load, openStore };
}

/** Compares contracts with what `check` compares them with; all of them where none is named. */
export async function compareContracts(
  contracts: readonly string[],
  {
    base: baseRevision,
    policy,
    config: configFile,
    allowRemoteRef,
  }: CommonFlags & Pick<ContractCheckFlags, "base" | "policy">,
  { config, asOf, load, openStore, catalogue, host }: Session,
  more: Pick<CheckRequest, "compatibility" | "replacements" | "excerpts">,
): Promise<Result<CheckOutcome>> {
  if (config.contracts.length === 0)
    return inputFailure(
      "usage",
      "Name two descriptions to compare, or write concordat.yaml (`concordat init` does) to compare its contracts.",
    );
  const request = {
    config,
    configFile,
    contracts,
    baseRevision,
    policy,
    checks: ["diff"],
    asOf,
    openStore,
    // A configuration that another wrote is not to say where headers go.
    load: { ...load, allowRemote: allowRemoteRef, headers: undefined },
  } as const;
  return governCheck({ ...request, ...more }, catalogue, host);
}
