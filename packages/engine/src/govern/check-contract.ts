import { type CheckName, lackedBy } from "../analyses/index.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import { readBaselineText } from "../config/read-baseline.ts";
import type { ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import { type Description, loadDescription } from "../load/description.ts";
import type { Outcome, Sections } from "../outcome.ts";
import type { Acceptances } from "../policy/accepted.ts";
import type { ChangeRule } from "../policy/changes.ts";
import { findIgnores, type Ignore } from "../policy/ignores.ts";
import { type Waiver, withCompatibility } from "../policy/policy.ts";
import { exitCodeOf, NO_VERDICT } from "../policy/verdict.ts";
import { baseOf, type Comparison } from "./base.ts";
import { type CheckRequest, heardOf, type Setting } from "./check-request.ts";
import { withClient } from "./client-folder.ts";
import { withConsumers } from "./consumers.ts";
import type { Gate, GatedContract } from "./gate.ts";
import { changedExtends, changedRevisions, changedRulesetCode, droppedContract } from "./gate-problems.ts";
import type { GoneConsumer } from "./gone-consumers.ts";
import { hostAt } from "./host-at.ts";
import { judge } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
import { readWaivers } from "./problems.ts";
import { readRemovals } from "./removals.ts";

/** What all contracts of a run have in common. */
export interface CheckRun {
  readonly gate: Gate;
  /** What consumers rely on in base alone, as their pacts and scans say. */
  readonly gone: readonly GoneConsumer[];
  /** The policy that decides. */
  readonly deciding: Setting;
  /** Head's own, where that is another one and has to be approved. */
  readonly proposed: Setting | undefined;
  readonly request: CheckRequest;
}

/** Judges a contract by the policy that decides, and where that fails it by the one that head proposes. */
export async function checkContract(gated: GatedContract, run: CheckRun, host: Host): Promise<Result<Outcome>> {
  const { gate, deciding, proposed, request } = run;
  const { contract, baseSpec, head } = gated;
  const fixed = await changedRevisions(gated, gate, host);
  if (failed(fixed)) return fixed;
  const open = [
    ...(head === undefined ? [droppedContract(contract, host)] : []),
    ...changedExtends(gate),
    ...(deciding.lint.rulesets || gate.config.rulePackages.length > 0 ? changedRulesetCode(gate) : []),
  ];
  const side = {
    contract,
    spec: baseSpec ?? contract.spec,
    frozen: gate.frozen,
    added: gate.config.policyChanges.waivers,
    // What head deletes counts until that is approved, unless it counts at once.
    gone: gate.source.from === "base" ? run.gone.filter((each) => each.contract === gated.base?.name) : [],
  };
  const judged = await judgeSide(side, gated, deciding, run, host);
  if (failed(judged)) return judged;
  const outcome = { ...judged.value, problems: [...judged.value.problems, ...fixed.value, ...open] };
  const fails = exitCodeOf([outcome], heardOf(request)) === 1;
  if (head === undefined) return withProposed(outcome, { verdict: NO_VERDICT, rulings: [], problems: fixed.value });
  // What is approved must work once it is merged, and is looked for even where nothing needs to be approved.
  const usable = proposed && (await baseOf(head, comparisonOf(run, false), host));
  if (usable !== undefined && failed(usable)) return usable;
  const isHeld = side.added === "approve" && (outcome.sections.accepted ?? []).length > 0;
  if (!fails || (proposed === undefined && !isHeld && open.length === 0)) return { value: outcome };
  const own = proposed ? { contract: head, spec: head.spec, frozen: false, gone: [] } : side;
  const byHead = await judgeSide({ ...own, added: "announce" }, gated, proposed ?? deciding, run, host);
  if (failed(byHead)) return byHead;
  const { verdict, rulings, problems } = byHead.value;
  return withProposed(outcome, { verdict, rulings, problems: [...problems, ...fixed.value] });
}

function withProposed(outcome: Outcome, proposed: NonNullable<Sections["proposed"]>): Result<Outcome> {
  return { value: { ...outcome, sections: { ...outcome.sections, proposed } } };
}

/** One way to judge a contract. */
interface Side {
  readonly contract: ContractConfig;
  /** The path of its description in base. */
  readonly spec: string;
  readonly frozen: boolean;
  /** What becomes of waivers and ignores that head adds. */
  readonly added: ChangeRule;
  /** What still counts of consumers, though head has it in no pact or scan. */
  readonly gone: readonly GoneConsumer[];
}

async function judgeSide(
  { contract, spec, frozen, added, gone }: Side,
  gated: GatedContract,
  { lint, load, checks, catalogue }: Setting,
  run: CheckRun,
  host: Host,
): Promise<Result<Outcome>> {
  const source = pathFrom(host.cwd, contract.spec) || contract.spec;
  const { gate, request } = run;
  const baseSource = await baseOf({ ...contract, spec }, comparisonOf(run, frozen), host);
  if (failed(baseSource)) return baseSource;
  const isGone = gated.head === undefined && (await host.realPath(contract.spec)) === undefined;
  const sides = isGone ? undefined : await loadSides(baseSource.value, source, host, load, contract);
  if (sides === undefined) return goneOutcome(contract, source, baseSource.value, host, load);
  if (failed(sides)) return sides;
  const acceptances = gate.hasBase ? await acceptancesOf(gated, sides.value.head, added, load, gate, host) : undefined;
  const waivers = gated.head === undefined ? { value: acceptances?.waivers ?? [] } : await readWaivers(contract, host);
  if (failed(waivers)) return waivers;
  const consumed = await withConsumers(sides.value, contract, checks, gone, host);
  if (failed(consumed)) return consumed;
  const evidence = await withClient(consumed.value, contract, checks, host);
  if (failed(evidence)) return evidence;
  const lacked = lackedBy(checks, evidence.value);
  if (lacked.length > 0) return nothingToCheck(contract, checks, lacked);
  const { asOf, excerpts, replacements } = request;
  const policy = withCompatibility(contract.policy, request.compatibility);
  // A report that base has is read there, so that head cannot say of itself that nobody calls what it removes.
  const texts = frozen && !failed(gate.parting) ? hostAt(gate.parting.value, host) : host;
  const sources = { contract, policy, usage: contract.usage, texts };
  const removals = await readRemovals(evidence.value, sources, { ...request, load }, host);
  if (failed(removals)) return removals;
  const matter = {
    evidence: evidence.value,
    contract,
    policy,
    waivers: waivers.value,
    removals: removals.value,
    acceptances,
    asOf,
    excerpts,
    replacements,
  };
  return { value: await judge({ ...matter, checks, lint }, catalogue, host) };
}

/** What passes without having been looked at would look judged. */
function nothingToCheck(
  { name }: ContractConfig,
  checks: readonly CheckName[],
  lacked: readonly string[],
): Result<Outcome> {
  const listed = checks.map((check) => `\`${check}\``).join(" and ");
  const first = `\`checks\` lists only ${listed}, and \`${name}\` has nothing for ${lacked.length === 1 ? "it" : "them"} to judge.`;
  return inputFailure("nothing-to-check", `${first} Add to \`checks\`, or ${lacked.join(", or ")}.`);
}

/** What a contract may be compared with, by base's configuration (`frozen`) or by head's. */
function comparisonOf({ gate, request: { baseRevision } }: CheckRun, frozen: boolean): Comparison {
  return { baseRevision, parting: frozen ? gate.parting : gate.proposedParting, frozen };
}

/** A contract whose description is gone with its entry: there is nothing left to judge, but base has to be readable. */
async function goneOutcome(
  { name }: ContractConfig,
  source: string,
  base: string | null,
  host: Host,
  load: CheckRequest["load"],
): Promise<Result<Outcome>> {
  const loaded = base === null ? undefined : await loadDescription(base, host, load);
  if (loaded !== undefined && failed(loaded)) return loaded;
  const outcome: Outcome = {
    contract: name,
    base: null,
    head: { source, version: null, openapi: "" },
    against: "alone",
    verdict: { ...NO_VERDICT, pass: false },
    rulings: [],
    problems: [],
    sections: {},
  };
  return { value: outcome };
}

/** What base accepts of a contract: the waivers and the ignores that are in the commit where head parted from it. */
async function acceptancesOf(
  { base, baseSpec, contract }: GatedContract,
  head: Description,
  added: ChangeRule,
  load: CheckRequest["load"],
  gate: Gate,
  host: Host,
): Promise<Acceptances | undefined> {
  const { parting } = gate;
  if (failed(parting)) return undefined;
  const { root, commit } = parting.value;
  const waivers = base?.baseline === undefined ? [] : await waiversAt(base.baseline, root, commit, host);
  const usesIgnores = [...head.texts.values()].some(({ ignores }) => ignores);
  const before =
    usesIgnores && baseSpec !== undefined
      ? await loadDescription(`git:${commit}:${pathFrom(host.cwd, baseSpec)}`, host, load)
      : undefined;
  return { waivers, ignores: ignoresOf(before), added, owner: contract.owner };
}

function ignoresOf(description: Result<Description> | undefined): readonly Ignore[] {
  // Of what cannot be read nothing is known to be accepted: all that head has is new then.
  return description === undefined || failed(description) ? [] : findIgnores(description.value, "").ignores;
}

async function waiversAt(path: string, root: string, commit: string, host: Host): Promise<readonly Waiver[]> {
  const bytes = await host.gitShow(root, commit, pathFrom(root, path));
  if (failed(bytes)) return [];
  const waivers = readBaselineText(new TextDecoder().decode(bytes.value), path, host);
  return failed(waivers) ? [] : waivers.value;
}
