import { resolve } from "node:path";
import type { Evidence } from "../analyses/analysis.ts";
import { rulesOf } from "../analyses/index.ts";
import { pathFrom } from "../base/paths.ts";
import { type Failure, failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import { type Config, type ContractConfig, readConfigAt } from "../config/read-config.ts";
import type { Host, TaggedCommit } from "../host/host.ts";
import { type Description, loadDescription } from "../load/description.ts";
import type { CheckOutcome, Outcome, Release } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy, withCompatibility } from "../policy/policy.ts";
import { joinOutcomes } from "./check.ts";
import { judge } from "./judge.ts";
import { loadSides } from "./load-sides.ts";
import type { AtCommit } from "./parting.ts";
import { readWaivers } from "./problems.ts";
import type { Catalogue, RunOptions } from "./request.ts";
import { DEFAULT_LINT } from "./rulesets.ts";

/** A pair whose changes are to be reported. */
export interface ChangelogRequest extends RunOptions {
  readonly base: string;
  readonly head: string;
  readonly policy?: Policy | undefined;
}

/** Compares two revisions, and finds what they name to use instead of what is deprecated or gone. */
export async function governChangelog(
  request: ChangelogRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const sides = await loadSides(request.base, request.head, host, request.load);
  if (failed(sides)) return sides;
  const setting = { contract: undefined, policy: request.policy ?? DEFAULT_POLICY };
  return compare(sides.value, setting, request, catalogue, host);
}

/** Contracts whose changes since a revision are to be reported. */
export interface HistoryRequest extends RunOptions {
  readonly config: Config;
  /** A tag, or any other git revision. */
  readonly since: string;
  /** Names of contracts, and paths of descriptions; all contracts where none is given. */
  readonly names: readonly string[];
}

/** Compares each tagged version after a revision with the one before it, and the working tree with the last: newest first. */
export async function governHistory(
  request: HistoryRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<CheckOutcome>> {
  const root = await host.gitRoot(host.cwd);
  if (root === undefined)
    return inputFailure("no-checkout", "`--since` reads versions from git, and this is not a git checkout.");
  const commit = await host.gitResolve(root, request.since);
  const listed = failed(commit) ? commit : await host.gitTagsSince(root, commit.value);
  if (failed(listed)) return hostFailure(listed, "since-unknown");
  const isTag = !failed(await host.gitResolve(root, `refs/tags/${request.since}`));
  const revisions = versionsOf(request.since, isTag, listed.value);
  const targets = await targetsOf(request, host);
  if (failed(targets)) return targets;
  const outcomes: Outcome[] = [];
  for (const target of targets.value) {
    const told = await historyOf(target, revisions, root, request, catalogue, host);
    if (failed(told)) return told;
    outcomes.push(...told.value);
  }
  return { value: joinOutcomes(outcomes, request.asOf) };
}

interface Target {
  readonly name: string;
  /** From the folder that one stands in. */
  readonly path: string;
  readonly contract: ContractConfig | undefined;
}

async function targetsOf({ names, config }: HistoryRequest, host: Host): Promise<Result<readonly Target[]>> {
  const ofContract = (contract: ContractConfig): Target => ({
    name: contract.name,
    path: pathFrom(host.cwd, contract.spec) || contract.spec,
    contract,
  });
  const targets: Target[] = [];
  for (const name of names) {
    const contract = config.contracts.find((each) => each.name === name);
    if (contract === undefined && (await host.realPath(resolve(host.cwd, name))) === undefined)
      return inputFailure("source-missing", `\`${name}\` is neither a contract of the configuration nor a file.`);
    targets.push(contract ? ofContract(contract) : { name, path: name, contract: undefined });
  }
  if (names.length === 0) targets.push(...config.contracts.map(ofContract));
  if (targets.length > 0) return { value: targets };
  return inputFailure(
    "no-contracts",
    "The configuration lists no contract. Name a description, or write concordat.yaml (run `concordat init`).",
  );
}

/** A revision of the history to tell; the first is where it starts. */
interface Version {
  readonly revision: string;
  readonly date: string | null;
}

/** The revision to start from and the tagged versions after it, oldest first: those of its series, if it is a tag. */
function versionsOf(since: string, isTag: boolean, tagged: readonly TaggedCommit[]): Version[] {
  const all = new Set(tagged.flatMap(({ tags }) => tags.map(seriesOf)));
  // Any other revision is of no series: plain versions are the likeliest, and else all that look like one.
  const series = isTag ? seriesOf(since) : all.has("") ? "" : undefined;
  const versions = tagged.flatMap(({ tags, date }): Version[] => {
    const fit = tags.find((tag) => (series === undefined ? seriesOf(tag) !== undefined : seriesOf(tag) === series));
    return fit === undefined ? [] : [{ revision: fit, date }];
  });
  return [{ revision: since, date: null }, ...versions.reverse()];
}

/** What tags of one series have before the version: `bookings-v1.2.0` and `bookings-v1.3.0` are of one, `v1.2.0` of another. */
function seriesOf(tag: string): string | undefined {
  return /^(.*?)v?\d+(?:[.-]\d+)*(?:[-+](?!v\d)[\w.+-]+)?$/.exec(tag)?.[1];
}

async function historyOf(
  { name, path, contract }: Target,
  versions: readonly Version[],
  root: string,
  request: HistoryRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly Outcome[]>> {
  const setting = { contract, policy: contract?.policy ?? request.config.policy };
  const absolute = resolve(host.cwd, path);
  const outcomes: Outcome[] = [];
  let base: Description | undefined;
  const tell = async (source: string, release: Release, isStart: boolean): Promise<Failure | undefined> => {
    const head = await loadDescription(source, host, request.load);
    if (failed(head)) return head;
    if (!isStart) {
      const outcome = await compare({ base, head: head.value }, setting, request, catalogue, host);
      if (failed(outcome)) return outcome;
      const sections = { ...outcome.value.sections, release };
      outcomes.unshift({ ...outcome.value, contract: name, sections });
    }
    base = head.value;
    return undefined;
  };
  for (const [i, { revision, date }] of versions.entries()) {
    const at = await host.gitResolve(root, revision);
    if (failed(at) && at.failure === "missing") continue;
    const spec = failed(at) ? path : await pathAt(absolute, contract, { root, commit: at.value }, catalogue, host);
    // A version from before the description was there.
    if (spec === undefined) continue;
    const failure = await tell(`git:${revision}:${spec}`, { tag: revision, date }, i === 0);
    if (failure) return failure;
  }
  const failure = await tell(path, { tag: null, date: null }, false);
  if (failure) return failure;
  const [unreleased, ...released] = outcomes;
  const isEmpty = unreleased?.rulings.length === 0 && unreleased.base !== null && released.length > 0;
  return { value: isEmpty ? released : outcomes };
}

/** Where a commit has the description of a contract: as its own configuration says, or else where it is now. */
async function pathAt(
  path: string,
  contract: ContractConfig | undefined,
  at: AtCommit,
  catalogue: Catalogue,
  host: Host,
): Promise<string | undefined> {
  const ruleIds = [...rulesOf(catalogue).keys()];
  const config = contract && (await readConfigAt(host, at, undefined, ruleIds));
  const then =
    config && !failed(config) && config.value && !failed(config.value)
      ? config.value.value.contracts.find(({ name }) => name === contract?.name)?.spec
      : undefined;
  for (const candidate of [...(then === undefined ? [] : [then]), path, (await host.realPath(path)) ?? path]) {
    const there = await host.gitShow(at.root, at.commit, pathFrom(at.root, candidate));
    if (!failed(there) || there.failure !== "missing") return pathFrom(host.cwd, candidate) || candidate;
  }
  return undefined;
}

interface Setting {
  readonly contract: ContractConfig | undefined;
  readonly policy: Policy;
}

async function compare(
  evidence: Evidence,
  { contract, policy }: Setting,
  { asOf, excerpts }: RunOptions,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<Outcome>> {
  const waivers = await readWaivers(contract, host);
  if (failed(waivers)) return waivers;
  const matter = {
    evidence,
    contract,
    // A changelog says what changed from base to head, whoever must get along with which.
    policy: withCompatibility(policy, "backward"),
    waivers: waivers.value,
    asOf,
    excerpts,
    checks: ["diff"],
    lint: DEFAULT_LINT,
    replacements: true,
  } as const;
  return { value: await judge(matter, catalogue, host) };
}
