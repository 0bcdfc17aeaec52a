import { pathFrom } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import { governCheck } from "../govern/check.ts";
import { governDiff } from "../govern/diff.ts";
import type { Catalogue } from "../govern/request.ts";
import { findFiles } from "../host/find-files.ts";
import type { Host } from "../host/host.ts";
import { overlayHost } from "../host/overlay.ts";
import { compareVersions } from "../policy/versions.ts";
import { revisionsIn, versionOf } from "../revisions.ts";
import type { Candidate, ReleaseRequest } from "./candidate.ts";

/** Why a candidate may not be released; nothing where it may. */
export async function objectionsTo(
  candidate: Candidate,
  request: ReleaseRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly Problem[]>> {
  const { contract, folder, version, parsed } = candidate;
  const files = await findFiles(host, "*.{yaml,yml,json}", folder);
  if (failed(files)) return files;
  const newest = revisionsIn(files.value).at(-1);
  const latest = newest === undefined ? undefined : versionOf(newest);
  if (newest !== undefined && latest !== undefined) {
    const order = compareVersions(latest, parsed);
    if (order === 0) return { value: [isReleased(contract.name, version, newest)] };
    if (order > 0) return { value: [isOlder(contract.name, version, newest)] };
  }
  const short = newest === undefined ? { value: [] } : await shortfallOf(candidate, request, catalogue, host);
  if (failed(short) || short.value.length > 0) return short;
  return misreadingOf(candidate, request, catalogue, host);
}

/** A version that is released already, with another text. */
export function isReleased(contract: string, version: string, file: string): Problem {
  return {
    code: "revision-released",
    message: `\`${contract}\` ${version} is released already, and its description has changed since. Give it a version of its own, for example with \`concordat bump ${contract} --write\`.`,
    file,
  };
}

function isOlder(contract: string, version: string, file: string): Problem {
  return {
    code: "revision-older",
    message: `\`${contract}\` declares ${version}, which comes before the newest released revision. Give it a version that comes after that.`,
    file,
  };
}

/** What keeps a candidate from following the newest released revision: a version that promises too much, or what is wrong with it. */
async function shortfallOf(
  { contract, version }: Candidate,
  { config, asOf, load }: ReleaseRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly Problem[]>> {
  // What a contract is compared with on pull requests may be something else than its last release.
  const contracts = config.contracts.map((each) => ({ ...each, base: undefined }));
  const checked = await governCheck(
    { config: { ...config, contracts }, contracts: [contract.name], checks: ["diff"], policy: "head", asOf, load },
    catalogue,
    host,
  );
  if (failed(checked)) return checked;
  const problems: Problem[] = [];
  for (const { verdict, base, problems: met } of checked.value.contracts) {
    if (!verdict.pass)
      problems.push({
        code: "version-short",
        message: `\`${contract.name}\` needs a ${verdict.requiredBump} bump since ${base?.version ?? "its last release"}, and ${version} declares ${verdict.declaredBump}. \`concordat check ${contract.name}\` says why, and \`concordat bump ${contract.name} --write\` raises the version.`,
        file: pathFrom(host.cwd, contract.spec),
      });
    problems.push(...met.filter(({ severity }) => severity === "error"));
  }
  return { value: problems };
}

/** A copy whose references were changed has to read as the description does. */
async function misreadingOf(
  { contract, description, copy }: Candidate,
  { asOf, load }: ReleaseRequest,
  catalogue: Catalogue,
  host: Host,
): Promise<Result<readonly Problem[]>> {
  if (copy.texts.size === 1) return { value: [] };
  const pair = { base: pathFrom(host.cwd, copy.root), head: description.source, policy: contract.policy };
  const compared = await governDiff({ ...pair, asOf, load }, catalogue, overlayHost(host, copy.texts));
  if (failed(compared)) return compared;
  const { rulings } = compared.value;
  if (rulings.length === 0) return { value: [] };
  const message = `A copy of \`${contract.name}\` in other folders would not mean the same: ${rulings[0]?.message} Bundle the description into one file before it is released.`;
  return inputFailure("revision-uncopied", message, { file: description.source });
}
