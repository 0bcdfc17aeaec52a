import { dirname, isAbsolute, join } from "node:path";
import { pathFrom } from "../base/paths.ts";
import { type Failure, failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import { type Config, type ContractConfig, readConfigAt, writtenOut } from "../config/read-config.ts";
import type { Host, HostFailure, HostResult } from "../host/host.ts";
import type { GateSource } from "../outcome.ts";
import { findPolicyChanges, type PolicyChange } from "../policy/changes.ts";
import { changedPackages } from "./changed-packages.ts";
import { type AtCommit, partingFrom } from "./parting.ts";

/** What is asked of a run about its policy. */
export interface GateRequest {
  /** The configuration of the working tree. */
  readonly config: Config;
  /** The file that was named as the configuration, if one was. */
  readonly configFile?: string | undefined;
  /** `head`: the working tree's own policy is asked for. */
  readonly policy?: "base" | "head" | undefined;
  /** A git revision to compare with, instead of the commit where head parted from the default branch. */
  readonly baseRevision?: string | undefined;
  /** That commit, where the caller knows it. */
  readonly baseCommit?: string | undefined;
}

/** By whose policy a run judges, and what head changes of it. */
export interface Gate {
  /** The configuration that decides. */
  readonly config: Config;
  readonly source: GateSource;
  /** Where head parted from the default branch, or why that is not known. */
  readonly parting: Result<AtCommit>;
  /** The same by head's own configuration, which may name another branch. */
  readonly proposedParting: Result<AtCommit>;
  /** Bases and revisions are those of that commit, and so are rulesets that are data. */
  readonly frozen: boolean;
  /** What base accepts already, so that what head adds can be reported. */
  readonly hasBase: boolean;
  readonly contracts: readonly GatedContract[];
  readonly changes: readonly PolicyChange[];
  /** Files of rulesets that head has otherwise than base. */
  readonly rulesetFiles: readonly string[];
  /** Packages that base's configuration extends and that head installs otherwise. */
  readonly packages: readonly string[];
}

/** A contract of base, of head, or of both. */
export interface GatedContract {
  /** What is judged: dials, base and revisions as base has them, description and baseline as head has them. */
  readonly contract: ContractConfig;
  /** The path that base has its description at; undefined where the contract is new. */
  readonly baseSpec: string | undefined;
  /** As head's own configuration has it; undefined where that lists it no more. */
  readonly head: ContractConfig | undefined;
  /** As base's configuration has it; undefined where the contract is new. */
  readonly base: ContractConfig | undefined;
}

/** Finds the policy that head was made under, and holds head's own against it. */
export async function openGate(request: GateRequest, ruleIds: readonly string[], host: Host): Promise<Result<Gate>> {
  const { config } = request;
  const alone = (from: GateSource["reason"], parting: Result<AtCommit>, note?: string): Result<Gate> => ({
    value: {
      config,
      source: {
        from: "head",
        reason: from,
        commit: failed(parting) ? null : parting.value.commit,
        ...(!failed(parting) && parting.value.isParent && { isParent: true as const }),
        ...(note && { note }),
      },
      parting,
      proposedParting: parting,
      frozen: false,
      hasBase: !failed(parting) && from !== "asked",
      contracts: config.contracts.map((contract) => ({
        contract,
        baseSpec: contract.spec,
        head: contract,
        base: contract,
      })),
      changes: [],
      rulesetFiles: [],
      packages: [],
    },
  });
  const root = await host.gitRoot(host.cwd);
  if (root === undefined) return alone("no-git", noCheckout());
  if (request.policy === "head") return alone("asked", await findParting(root, request, config.baseBranch, host));
  const first = await findParting(root, request, undefined, host);
  if (failed(first)) return failed(await host.gitResolve(root, "HEAD")) ? alone("no-commit", first) : first;
  const read = await readConfigAt(host, first.value, request.configFile, ruleIds);
  if (failed(read)) return unreadable(read);
  if (read.value === undefined || failed(read.value)) {
    const parting = await findParting(root, request, config.baseBranch, host);
    const [problem] = read.value?.problems ?? [];
    return problem === undefined
      ? alone("no-configuration", parting)
      : alone("unreadable", parting, `${problem.file ?? ""}: ${problem.message}`);
  }
  const found = read.value.value;
  const parting = found.baseBranch === undefined ? first : await findParting(root, request, found.baseBranch, host);
  if (failed(parting)) return parting;
  const isFirst = parting.value.commit === first.value.commit;
  const again = isFirst ? read : await readConfigAt(host, parting.value, request.configFile, ruleIds);
  if (failed(again)) return unreadable(again);
  const base = again.value === undefined || failed(again.value) ? found : again.value.value;
  const isSame = base.baseBranch === config.baseBranch;
  const proposedParting = isSame ? parting : await findParting(root, request, config.baseBranch, host);
  return heldAgainst(base, config, { parting: parting.value, proposedParting }, host);
}

/** The gate that base's configuration makes for head's. */
async function heldAgainst(
  base: Config,
  head: Config,
  { parting, proposedParting }: { readonly parting: AtCommit; readonly proposedParting: Result<AtCommit> },
  host: Host,
): Promise<Result<Gate>> {
  const rulesetFiles = await changedRulesets(base, parting, host);
  if (failed(rulesetFiles)) return unreadable(rulesetFiles);
  const packages = await changedPackages(base, parting, host);
  if (failed(packages)) return unreadable(packages);
  const changes = [
    ...findPolicyChanges(writtenOut(base.file, base.layers), writtenOut(head.file, head.layers)),
    ...rulesetFiles.value.map((file): PolicyChange => {
      return {
        path: "/lint/rulesets",
        from: `${file} as base has it`,
        to: `${file} as head has it`,
        contract: undefined,
      };
    }),
  ];
  const announced = base.policyChanges.policy === "announce";
  const gate: Gate = {
    config: announced ? { ...head, policyChanges: base.policyChanges } : base,
    source: {
      from: announced ? "head" : "base",
      reason: announced ? "announced" : "base",
      commit: parting.commit,
      ...(parting.isParent && { isParent: true as const }),
    },
    parting: { value: parting },
    proposedParting,
    frozen: !announced,
    hasBase: true,
    contracts: pairContracts(base, head, announced),
    changes,
    rulesetFiles: rulesetFiles.value,
    packages: packages.value,
  };
  return { value: gate };
}

/** Contracts of both sides: by name, and those whose name is gone by the path of their description. */
function pairContracts(base: Config, head: Config, announced: boolean): GatedContract[] {
  const pairs = new Map<ContractConfig, ContractConfig>();
  const names = new Set(base.contracts.map(({ name }) => name));
  for (const contract of base.contracts) {
    const same =
      head.contracts.find(({ name }) => name === contract.name) ??
      head.contracts.find((each) => each.spec === contract.spec && !names.has(each.name) && !pairs.has(each));
    if (same !== undefined) pairs.set(same, contract);
  }
  const kept = head.contracts.map((own): GatedContract => {
    const known = pairs.get(own);
    if (known === undefined)
      return {
        contract: announced ? own : underPolicy(own, head, base),
        baseSpec: own.spec,
        head: own,
        base: undefined,
      };
    const { spec, baseline } = own;
    return { contract: announced ? own : { ...known, spec, baseline }, baseSpec: known.spec, head: own, base: known };
  });
  const found = new Set(pairs.values());
  const dropped = base.contracts.filter((contract) => !found.has(contract));
  return announced
    ? kept
    : [...kept, ...dropped.map((contract) => ({ contract, baseSpec: contract.spec, head: undefined, base: contract }))];
}

/** A contract that is new: what base settles for all holds for it, and what head settles for it alone. */
function underPolicy(contract: ContractConfig, head: Config, base: Config): ContractConfig {
  const own = contract.policy.overrides.slice(head.policy.overrides.length);
  const { versionStyle } = contract.policy;
  return { ...contract, policy: { ...base.policy, versionStyle, overrides: [...base.policy.overrides, ...own] } };
}

/** Files of base's rulesets and rules, and beside them, that head has otherwise: they may load what lies there. */
async function changedRulesets(
  { lint, rulePackages }: Config,
  { root, commit }: AtCommit,
  host: Host,
): Promise<HostResult<readonly string[]>> {
  const paths = [...lint.rulesets, ...rulePackages]
    .filter((path) => isAbsolute(path))
    .flatMap((path) => (dirname(path) === root ? [path, join(root, "functions")] : [dirname(path)]))
    .map((path) => pathFrom(root, path))
    .filter((path) => !path.startsWith("../"));
  return paths.length === 0 ? { value: [] } : host.gitChanged(root, commit, paths);
}

async function findParting(
  root: string,
  { config, baseRevision, baseCommit }: GateRequest,
  baseBranch: string | undefined,
  host: Host,
): Promise<Result<AtCommit>> {
  const found = await findCommit();
  return failed(found) ? hostFailure(found, "base-unknown") : found;

  async function findCommit(): Promise<HostResult<AtCommit>> {
    if (baseCommit !== undefined) return named(baseCommit);
    const known = baseBranch === undefined ? await host.gitDefaultBranch(root) : { value: baseBranch };
    if (!failed(known)) return partingFrom(root, known.value, host);
    if (config.baseBranch !== undefined) return partingFrom(root, config.baseBranch, host);
    return baseRevision === undefined ? known : named(baseRevision);
  }

  async function named(revision: string): Promise<HostResult<AtCommit>> {
    const commit = await host.gitResolve(root, revision);
    return failed(commit) ? commit : { value: { root, commit: commit.value } };
  }
}

function noCheckout(): Failure {
  return inputFailure(
    "base-unknown",
    "Concordat has nothing to compare with: this is not a git checkout. Name a base, or a folder of revisions, in the configuration.",
  );
}

function unreadable(failure: HostFailure): Failure {
  return hostFailure(failure, "base-unreadable", `The configuration of base cannot be read. ${failure.message}`);
}
