import { resolve } from "node:path";
import type { LintSettings } from "../analyses/analysis.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import type { Config, ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { Outcome } from "../outcome.ts";
import { baseOf } from "./base.ts";
import { contractOf } from "./contract-of.ts";
import { judgeSources } from "./judge-sources.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { lintSettings } from "./rulesets.ts";

/** Revisions to judge, each by itself. */
export interface LintRequest extends RunOptions {
  readonly config: Config;
  /** Sources of descriptions; all contracts of the configuration where none is named. */
  readonly sources: readonly string[];
  /** A git revision: what its revision of a description had already is not held against this one. */
  readonly baseRevision?: string | undefined;
  /** Milliseconds since some moment, for times per rule. */
  readonly clock?: (() => number) | undefined;
}

/** Judges descriptions by the lint rules, one outcome for each. */
export async function governLint(
  request: LintRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly Outcome[]>> {
  const { config, sources } = request;
  const chosen: Chosen[] =
    sources.length > 0
      ? await Promise.all(sources.map(async (source) => ({ source, contract: await contractOf(source, config, host) })))
      : config.contracts.map((contract) => ({ source: pathFrom(host.cwd, contract.spec) || contract.spec, contract }));
  if (chosen.length === 0)
    return inputFailure(
      "no-contracts",
      "Concordat found nothing to lint. Name a description, or write concordat.yaml (run `concordat init`).",
    );
  const lint = await lintSettings(config.lint, request.load, host);
  if (failed(lint)) return lint;
  const outcomes: Outcome[] = [];
  for (const each of chosen) {
    const outcome = await lintOne(each, lint.value, request, catalogue, host);
    if (failed(outcome)) return outcome;
    outcomes.push(outcome.value);
  }
  return { value: outcomes };
}

/** A description, and the contract that it is the head of, if any. */
interface Chosen {
  readonly source: string;
  readonly contract: ContractConfig | undefined;
}

async function lintOne(
  { source, contract }: Chosen,
  lint: LintSettings,
  request: LintRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const { config, baseRevision, clock } = request;
  const baseSource = baseRevision === undefined ? { value: null } : await gitBase(source, contract, baseRevision, host);
  if (failed(baseSource)) return baseSource;
  const policy = contract?.policy ?? config.policy;
  const matter = { base: baseSource.value, head: source, contract, policy, checks: ["lint"], lint, clock } as const;
  return judgeSources(matter, request, catalogue, host);
}

/** The same description at a git revision; null where that revision has none. */
async function gitBase(
  source: string,
  contract: ContractConfig | undefined,
  baseRevision: string,
  host: Host,
): Promise<Result<string | null>> {
  const spec = contract?.spec ?? (await host.realPath(resolve(host.cwd, source)));
  if (spec === undefined)
    return inputFailure(
      "base-unknown",
      `\`${source}\` is not a file of the working tree, so \`--base\` does not apply to it.`,
    );
  const comparison = { baseRevision, parting: inputFailure("base-unknown", ""), frozen: false };
  return baseOf({ name: source, spec, base: undefined, revisions: undefined }, comparison, host);
}
