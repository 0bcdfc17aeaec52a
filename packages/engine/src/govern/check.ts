import { isAbsolute } from "node:path";
import { rulesOf } from "../analyses/index.ts";
import type { Config } from "../config/read-config.ts";
import { outsideOf, workspaceOf } from "../config/workspace.ts";
import { greatestImpact, type Impact } from "../finding/finding.ts";
import type { Host } from "../host/host.ts";
import { type CheckOutcome, type Failure, isFailure, type Outcome, type RuledChange } from "../outcome.ts";
import { exitCodeOf, type FailOn } from "../policy/verdict.ts";
import { checkContract } from "./check-contract.ts";
import { type CheckRequest, heardOf, type Setting } from "./check-request.ts";
import { inputFailure } from "./failures.ts";
import { type Gate, type GatedContract, openGate } from "./gate.ts";
import { hostAt } from "./host-at.ts";
import type { Catalogue } from "./request.ts";
import { DEFAULT_LINT, lintSettings } from "./rulesets.ts";
import { chooseTouched } from "./touched.ts";

/** Judges the working tree's contracts against what each is to be compared with, by the policy they were changed under. */
export async function governCheck(
  request: CheckRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<CheckOutcome | Failure> {
  if (request.config.contracts.length === 0)
    return inputFailure(
      "no-contracts",
      "There is no contract to check. Write concordat.yaml (`concordat init` does), or compare two files with `concordat diff`.",
    );
  const gate = await openGate(request, [...rulesOf(catalogue).keys()], host);
  if (isFailure(gate)) return gate;
  const chosen = chooseContracts(gate, request.contracts);
  if (isFailure(chosen)) return chosen;
  const outside = await refuseOutside(chosen, request, host);
  if (outside !== undefined) return outside;
  const texts = gate.frozen && !isFailure(gate.parting) ? hostAt(gate.parting, host) : host;
  const deciding = await settingOf(gate.config, request, texts);
  if (isFailure(deciding)) return deciding;
  const isProposed = gate.source.reason === "base" && gate.changes.length > 0;
  const proposed = isProposed ? await settingOf(request.config, request, host) : undefined;
  if (proposed !== undefined && isFailure(proposed)) return proposed;
  const touched = await chooseTouched(chosen, gate, request, host);
  const outcomes: Outcome[] = [];
  for (const each of touched) {
    const outcome = await checkContract(each, { gate, deciding, proposed, request, catalogue }, host);
    if (isFailure(outcome)) return outcome;
    outcomes.push(outcome);
  }
  const changes = ruleChanges(gate, outcomes, heardOf(request));
  const unchanged = chosen.filter((each) => !touched.includes(each)).map(({ contract }) => contract.name);
  return {
    ...joinOutcomes(outcomes, request.asOf),
    gate: { ...gate.source, changes },
    ...(request.onlyChanged && { unchanged }),
  };
}

/** The contracts that are asked for, by the names that base or head has for them. */
function chooseContracts({ contracts }: Gate, names: readonly string[]): readonly GatedContract[] | Failure {
  const isCalled = ({ contract, head }: GatedContract, name: string) => contract.name === name || head?.name === name;
  const unknown = names.filter((name) => !contracts.some((each) => isCalled(each, name)));
  if (unknown.length > 0)
    return inputFailure("contract-unknown", `There is no contract \`${unknown.join("`, `")}\` in the configuration.`);
  return names.length === 0 ? contracts : contracts.filter((each) => names.some((name) => isCalled(each, name)));
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

async function settingOf(config: Config, request: CheckRequest, host: Host): Promise<Setting | Failure> {
  const checks = request.checks ?? config.checks;
  const load = { ...request.load, allowRemote: [...config.remoteRefs, ...request.load.allowRemote] };
  const root = load.root ?? (await host.gitRoot(host.cwd));
  const lint = checks.includes("lint")
    ? await lintSettings(config.lint, { ...load, root }, host, request.refuseCode)
    : DEFAULT_LINT;
  return isFailure(lint) ? lint : { lint, load, checks };
}

/** The changes of the policy, and which of them may be what lets something pass. */
function ruleChanges({ changes }: Gate, outcomes: readonly Outcome[], failOn: FailOn): RuledChange[] {
  const passing = outcomes.filter(({ proposed }) => proposed && exitCodeOf([proposed], failOn) === 0);
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
function leastImpact(impacts: readonly Impact[]): Impact {
  return (["none", "patch", "minor", "major"] as const).find((impact) => impacts.includes(impact)) ?? "none";
}
