import { isAbsolute } from "node:path";
import { rulesOf } from "../analyses/index.ts";
import { type Failure, failed, inputFailure, type Result } from "../base/result.ts";
import { type Config, isCalled, unknownContracts } from "../config/read-config.ts";
import { outsideOf, workspaceOf } from "../config/workspace.ts";
import { greatestImpact, type Impact } from "../finding/finding.ts";
import type { Host } from "../host/host.ts";
import type { CheckOutcome, Outcome, RuledChange } from "../outcome.ts";
import { exitCodeOf, type FailOn } from "../policy/verdict.ts";
import { checkContract } from "./check-contract.ts";
import { type CheckRequest, heardOf, type Setting } from "./check-request.ts";
import { type Gate, type GatedContract, openGate } from "./gate.ts";
import { findGoneConsumers } from "./gone-consumers.ts";
import { hostAt } from "./host-at.ts";
import type { Catalogue } from "./request.ts";
import { withOwnRules } from "./rule-packages.ts";
import { DEFAULT_LINT, lintSettings } from "./rulesets.ts";
import { chooseTouched } from "./touched.ts";

/** A check of which it is settled whose policy decides: each contract can be judged by itself. */
export interface OpenCheck {
  /** How many contracts there are to judge. */
  readonly count: number;
  /** @param at the number of a contract, from 0 */
  judge(at: number): Promise<Result<Outcome>>;
  /** @param outcomes what came of all contracts, in order */
  join(outcomes: readonly Outcome[]): CheckOutcome;
}

/** Judges the working tree's contracts against what each is to be compared with, by the policy they were changed under. */
export async function governCheck(
  request: CheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<CheckOutcome>> {
  const opened = await openCheck(request, catalogue, host);
  return failed(opened) ? opened : judgeInTurn(opened.value);
}

/** Judges the contracts of a check one after another; the first that fails ends it. */
export async function judgeInTurn({ count, judge, join }: OpenCheck): Promise<Result<CheckOutcome>> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < count; at++) {
    const outcome = await judge(at);
    if (failed(outcome)) return outcome;
    outcomes.push(outcome.value);
  }
  return { value: join(outcomes) };
}

/** The same up to where contracts are judged, for callers who judge several at a time. */
export async function openCheck(request: CheckRequest, catalogue: Catalogue, host: Host): Promise<Result<OpenCheck>> {
  if (request.config.contracts.length === 0)
    return inputFailure(
      "no-contracts",
      "The configuration lists no contract to check. Write concordat.yaml (run `concordat init`), or compare two files with `concordat diff`.",
    );
  const opened = await openGate(request, [...rulesOf(catalogue).keys()], host);
  if (failed(opened)) return opened;
  const chosen = chooseContracts(opened.value, request.contracts);
  if (failed(chosen)) return chosen;
  const outside = await refuseOutside(chosen.value, request, host);
  if (outside !== undefined) return outside;
  const checksPacts = (request.checks ?? opened.value.config.checks).includes("pact");
  const gone = checksPacts ? await findGoneConsumers(chosen.value, opened.value, host) : { value: [] };
  if (failed(gone)) return gone;
  const gate = { ...opened.value, changes: [...opened.value.changes, ...gone.value.flatMap((each) => each.changes)] };
  const texts = gate.frozen && !failed(gate.parting) ? hostAt(gate.parting.value, host) : host;
  const deciding = await settingOf(gate.config, request, catalogue, texts, host);
  if (failed(deciding)) return deciding;
  const isProposed = gate.source.reason === "base" && gate.changes.length > 0;
  const proposed = isProposed ? await settingOf(request.config, request, catalogue, host, host) : { value: undefined };
  if (failed(proposed)) return proposed;
  const touched = await chooseTouched(chosen.value, gate, request, host);
  const run = { gate, gone: gone.value, deciding: deciding.value, proposed: proposed.value, request };
  const unchanged = chosen.value.filter((each) => !touched.includes(each)).map(({ contract }) => contract.name);
  return {
    value: {
      count: touched.length,
      judge: (at) => checkContract(touched[at] as GatedContract, run, host),
      join: (outcomes) => ({
        ...joinOutcomes(outcomes, request.asOf),
        gate: { ...gate.source, changes: ruleChanges(gate, outcomes, heardOf(request)) },
        ...(request.onlyChanged && { unchanged }),
      }),
    },
  };
}

/** The contracts that are asked for, by the names that base or head has for them. */
function chooseContracts({ contracts }: Gate, names: readonly string[]): Result<readonly GatedContract[]> {
  const isMeant = ({ contract, head }: GatedContract, name: string) =>
    isCalled(contract, name) || (head !== undefined && isCalled(head, name));
  const unknown = names.filter((name) => !contracts.some((each) => isMeant(each, name)));
  if (unknown.length > 0)
    return unknownContracts(
      unknown,
      contracts.map(({ contract }) => contract.name),
    );
  const isAsked = (each: GatedContract) => names.length === 0 || names.some((name) => isMeant(each, name));
  return { value: contracts.filter(isAsked) };
}

/** Head may have made links of what base's configuration names. */
async function refuseOutside(
  chosen: readonly GatedContract[],
  { config, load }: CheckRequest,
  host: Host,
): Promise<Failure | undefined> {
  const workspace = await workspaceOf(host, config.path, load.root);
  const paths = chosen.flatMap(({ contract: { spec, base } }) => [spec, ...(base && isAbsolute(base) ? [base] : [])]);
  const reasons = await Promise.all(paths.map((path) => outsideOf(path, workspace, host)));
  const reason = reasons.find((each) => each !== undefined);
  return reason === undefined ? undefined : inputFailure("outside-workspace", reason);
}

/** @param texts where rulesets that are data are read; code is always that of the working tree */
async function settingOf(
  config: Config,
  request: CheckRequest,
  catalogue: Catalogue,
  texts: Host,
  host: Host,
): Promise<Result<Setting>> {
  const checks = request.checks ?? config.checks;
  const load = { ...request.load, allowRemote: [...config.remoteRefs, ...request.load.allowRemote] };
  const root = load.root ?? (await host.gitRoot(host.cwd));
  const lint = checks.includes("lint")
    ? await lintSettings(config.lint, { ...load, root }, texts, request.refuseCode)
    : { value: DEFAULT_LINT };
  if (failed(lint)) return lint;
  const { refuseCode } = request;
  const extended = await withOwnRules(catalogue, config, host, { root, refuseCode });
  return failed(extended) ? extended : { value: { lint: lint.value, load, checks, catalogue: extended.value } };
}

/** The changes of the policy, and which of them may be what lets something pass. */
function ruleChanges({ changes }: Gate, outcomes: readonly Outcome[], failOn: FailOn): RuledChange[] {
  const passing = outcomes.filter(({ sections: { proposed } }) => proposed && exitCodeOf([proposed], failOn) === 0);
  const isDropped = ({ problems }: Outcome) => problems.some(({ code }) => code === "contract-dropped");
  return changes.map((change) => ({
    ...change,
    weakens: passing.some((outcome) =>
      change.contract === undefined
        ? !isDropped(outcome)
        : outcome.contract === change.contract || outcome.contract?.startsWith(`${change.contract}/`) === true,
    ),
  }));
}

/** What several outcomes come to. */
export function joinOutcomes(outcomes: readonly Outcome[], asOf: string): CheckOutcome {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const requiredBump = greatestImpact(verdicts.map((each) => each.requiredBump));
  // The contracts that demand most stand for the whole, and among them the one that declares least.
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
function leastImpact(impacts: readonly Impact[]): Impact {
  return (["none", "patch", "minor", "major"] as const).find((impact) => impacts.includes(impact)) ?? "none";
}
