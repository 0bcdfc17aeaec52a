import { pathFrom } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import { type ContractConfig, isCalled, unknownContracts } from "../config/read-config.ts";
import type { Catalogue } from "../govern/request.ts";
import type { Host } from "../host/host.ts";
import { type ReleaseRequest, readCandidate } from "./candidate.ts";
import { isReleased, objectionsTo } from "./objections.ts";

/** What is to become of one contract. */
export interface ContractRelease {
  readonly contract: string;
  readonly version: string;
  /** `new`: its files are to be written; `unchanged`: they are there already; `refused`: the problems say why. */
  readonly state: "new" | "unchanged" | "refused";
  /** The revision, as people know its file. */
  readonly file: string;
  /** Texts to write, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Plans the release of contracts: what to write into their folders of revisions, or why not. A version has to follow the newest
 * released one, and to cover what changed since.
 */
export async function planRelease(
  request: ReleaseRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly ContractRelease[]>> {
  const { config, contracts: names } = request;
  const unknown = names.filter((name) => !config.contracts.some((contract) => isCalled(contract, name)));
  if (unknown.length > 0)
    return unknownContracts(
      unknown,
      config.contracts.map(({ name }) => name),
    );
  const chosen = config.contracts.filter(
    (contract) => names.length === 0 || names.some((name) => isCalled(contract, name)),
  );
  if (chosen.length === 0)
    return inputFailure(
      "no-contracts",
      "The configuration lists no contract to release. Write concordat.yaml (run `concordat init`).",
    );
  const planned: ContractRelease[] = [];
  for (const contract of chosen) {
    const each = await planContract(contract, request, catalogue, host);
    if (failed(each)) return each;
    planned.push(each.value);
  }
  return { value: planned };
}

/** Writes what was planned. */
export async function writeRelease(planned: readonly ContractRelease[], host: Host): Promise<Result<true>> {
  for (const { texts } of planned.filter(({ state }) => state === "new"))
    for (const [path, text] of texts) {
      const written = await host.writeText(path, text);
      if (failed(written)) return hostFailure(written, "output");
    }
  return { value: true };
}

async function planContract(
  contract: ContractConfig,
  request: ReleaseRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<ContractRelease>> {
  const candidate = await readCandidate(contract, request, host);
  if (failed(candidate)) return candidate;
  const { version, copy } = candidate.value;
  const plan = { contract: contract.name, version, file: shortPath(copy.root, host), texts: copy.texts };
  const there = await Promise.all([...copy.texts].map(async ([path, text]) => isWritten(path, text, host)));
  if (there.every((each) => each === "same")) return { value: { ...plan, state: "unchanged", problems: [] } };
  const problems = there.some((each) => each !== "absent")
    ? { value: [isReleased(contract.name, version, plan.file)] }
    : await objectionsTo(candidate.value, request, catalogue, host);
  if (failed(problems)) return problems;
  return { value: { ...plan, state: problems.value.length > 0 ? "refused" : "new", problems: problems.value } };
}

async function isWritten(path: string, text: string, host: Host): Promise<"same" | "other" | "absent"> {
  if ((await host.realPath(path)) === undefined) return "absent";
  const there = await host.readText(path);
  return !failed(there) && there.value === text ? "same" : "other";
}

function shortPath(path: string, host: Host): string {
  return pathFrom(host.cwd, path) || path;
}
