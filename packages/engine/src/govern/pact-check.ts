import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import type { Config, ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { type ConsumerEvidence, readConsumers, readNamed } from "./consumers.ts";
import { judgeSources } from "./judge-sources.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { DEFAULT_LINT } from "./rulesets.ts";

/** Pacts to check against a description, or all those of the contracts of a configuration. */
export interface PactCheckRequest extends RunOptions {
  readonly config: Config;
  /** A description, with files of pacts; undefined for the contracts of the configuration. */
  readonly files: { readonly spec: string; readonly pacts: readonly string[] } | undefined;
  /** What the provider is called in its pacts, where that is to be held to. */
  readonly provider?: string | undefined;
}

/** Checks pacts against descriptions: one outcome for each description. */
export async function governPactCheck(
  request: PactCheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly Outcome[]>> {
  const { config, files, provider } = request;
  if (files !== undefined) {
    const pacts = await readNamed({ pacts: files.pacts, scans: [], provider }, host);
    if (failed(pacts)) return pacts;
    const outcome = await checkOne(files.spec, undefined, pacts.value, request, catalogue, host);
    return failed(outcome) ? outcome : { value: [outcome.value] };
  }
  const outcomes: Outcome[] = [];
  for (const contract of config.contracts) {
    const pacts = await readConsumers(contract, host);
    if (failed(pacts)) return pacts;
    // A contract without consumers has nothing to check; if none has any, this is reported below.
    if (pacts.value.pacts.length === 0) continue;
    const source = pathFrom(host.cwd, contract.spec) || contract.spec;
    const outcome = await checkOne(source, contract, pacts.value, request, catalogue, host);
    if (failed(outcome)) return outcome;
    outcomes.push(outcome.value);
  }
  if (outcomes.length > 0) return { value: outcomes };
  const message =
    "There is no pact to check. Name pacts with `--spec` and `--pact`, or put them into `consumers/<consumer>/pact.json` beside the description of a contract.";
  return inputFailure("pact-missing", message);
}

function checkOne(
  head: string,
  contract: ContractConfig | undefined,
  beside: ConsumerEvidence,
  request: PactCheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const policy = contract?.policy ?? request.config.policy;
  const sources = { base: null, head, beside, contract, policy, checks: ["pact"], lint: DEFAULT_LINT } as const;
  return judgeSources(sources, request, catalogue, host);
}
