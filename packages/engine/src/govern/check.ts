import { relative } from "node:path";
import type { Config, ContractConfig } from "../config/read-config.ts";
import { greatestImpact, type Impact } from "../finding/finding.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import { type CheckOutcome, type Failure, isFailure, type Outcome } from "../outcome.ts";
import { baseOf } from "./base.ts";
import { inputFailure, loadFailure } from "./failures.ts";
import { judge, type LintSettings } from "./judge.ts";
import { readWaivers } from "./problems.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { lintSettings } from "./rulesets.ts";

/** A check of contracts. */
export interface CheckRequest extends RunOptions {
  readonly config: Config;
  /** Names of contracts; all where none is named. */
  readonly contracts: readonly string[];
  /** A git revision to compare with, instead of the merge base with the default branch. */
  readonly baseRevision?: string | undefined;
  /** The commit where the head parted from the default branch, where the caller knows it. */
  readonly baseCommit?: string | undefined;
}

/** Judges the working tree's contracts against what each is to be compared with. */
export async function governCheck(
  request: CheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<CheckOutcome | Failure> {
  const { config, contracts: names, asOf } = request;
  const unknown = names.filter((name) => !config.contracts.some((contract) => contract.name === name));
  if (unknown.length > 0)
    return inputFailure("contract-unknown", `There is no contract \`${unknown.join("`, `")}\` in the configuration.`);
  const chosen = names.length === 0 ? config.contracts : config.contracts.filter(({ name }) => names.includes(name));
  if (chosen.length === 0)
    return inputFailure(
      "no-contracts",
      "There is no contract to check. Write concordat.yaml (`concordat init` does), or compare two files with `concordat diff`.",
    );
  const lint = config.checks.includes("lint") ? await lintSettings(config.lint, request.load, host) : undefined;
  if (lint && isFailure(lint)) return lint;
  const outcomes: Outcome[] = [];
  for (const contract of chosen) {
    const outcome = await checkContract(contract, lint, request, catalogue, host);
    if (isFailure(outcome)) return outcome;
    outcomes.push(outcome);
  }
  return joinOutcomes(outcomes, asOf);
}

/** What several outcomes come to. */
export function joinOutcomes(outcomes: readonly Outcome[], asOf: string): CheckOutcome {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const requiredBump = greatestImpact(verdicts.map((each) => each.requiredBump));
  // The whole is told by the contracts that demand most, and by the one of them that declares least.
  const deciding = verdicts.filter((each) => each.requiredBump === requiredBump);
  const verdict = {
    pass: verdicts.every(({ pass }) => pass),
    declaredBump: leastImpact(deciding.map((each) => each.declaredBump)),
    requiredBump,
    because: [...new Set(deciding.flatMap(({ because }) => because))],
  };
  // What belongs to no contract goes by where it was read from.
  return {
    asOf,
    verdict,
    contracts: outcomes.map((each) => ({ ...each, contract: each.contract ?? each.head.source })),
  };
}

async function checkContract(
  contract: ContractConfig,
  lint: LintSettings | undefined,
  request: CheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Outcome | Failure> {
  const source = relative(host.cwd, contract.spec) || contract.spec;
  const baseSource = await baseOf(contract, request, host);
  if (typeof baseSource === "object" && baseSource !== null) return baseSource;
  const [base, head] = await Promise.all([
    baseSource === null ? null : loadDescription(baseSource, host, request.load),
    loadDescription(source, host, request.load),
  ]);
  if ((base && "kind" in base) || "kind" in head) return loadFailure([base, head]);
  const waivers = await readWaivers(contract, host);
  if (isFailure(waivers)) return waivers;
  const { asOf, config } = request;
  const { checks } = config;
  const diff = checks.includes("diff");
  return judge({ base, head, contract, policy: contract.policy, waivers, asOf, diff, lint }, catalogue, host);
}

function leastImpact(impacts: readonly Impact[]): Impact {
  return (["none", "patch", "minor", "major"] as const).find((impact) => impacts.includes(impact)) ?? "none";
}
