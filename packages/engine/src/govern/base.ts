import { isAbsolute, relative } from "node:path";
import type { Config, ContractConfig } from "../config/read-config.ts";
import { failed, type Host } from "../host/host.ts";
import type { Failure } from "../outcome.ts";
import { newestRevision } from "../revisions.ts";
import type { CheckRequest } from "./check.ts";
import { inputFailure } from "./failures.ts";

/** What a contract is compared with: what it says itself, its newest released revision, or git. Null: it is new. */
export async function baseOf(
  contract: Pick<ContractConfig, "name" | "spec" | "base" | "revisions">,
  { baseRevision, baseCommit, config }: Pick<CheckRequest, "baseRevision" | "baseCommit" | "config">,
  host: Host,
): Promise<string | null | Failure> {
  if (baseRevision === undefined && contract.base !== undefined)
    return isAbsolute(contract.base) ? relative(host.cwd, contract.base) || contract.base : contract.base;
  if (baseRevision === undefined && contract.revisions !== undefined) {
    if ((await host.realPath(contract.revisions)) === undefined)
      return inputFailure(
        "revisions-missing",
        `The folder \`${relative(host.cwd, contract.revisions)}\`, where \`${contract.name}\` keeps its released revisions, is not there. Make it, or mend \`revisions\` in the configuration.`,
      );
    const newest = await newestRevision(contract.revisions, host);
    return newest && (relative(host.cwd, newest) || newest);
  }
  const root = await host.gitRoot(host.cwd);
  if (root === undefined)
    return inputFailure(
      "base-unknown",
      `There is nothing to compare \`${contract.name}\` with: this is no git checkout. Name a base, or a folder of revisions, in the configuration.`,
    );
  const revision = await comparedRevision(baseRevision ?? baseCommit, config, root, host);
  if (failed(revision))
    return {
      failure: revision.failure === "tool" ? "tool" : "input",
      problems: [{ code: "base-unknown", message: revision.message }],
    };
  for (const path of await spellings(contract.spec, host)) {
    const text = await host.gitShow(root, revision.value, relative(root, path).replaceAll("\\", "/"));
    // Only what the commit provably lacks is new: loading says why anything else cannot be had.
    if (!failed(text) || text.failure !== "missing") return `git:${revision.value}:${relative(host.cwd, path) || path}`;
  }
  return null;
}

/** A path as it is written, and as it is with links resolved: the base may have had a link where head has none. */
async function spellings(path: string, host: Host): Promise<readonly string[]> {
  const real = await host.realPath(path);
  return real === undefined || real === path ? [path] : [path, real];
}

async function comparedRevision(given: string | undefined, { baseBranch }: Config, root: string, host: Host) {
  if (given !== undefined) return host.gitResolve(root, given);
  const branch = baseBranch === undefined ? await host.gitDefaultBranch(root) : ({ value: baseBranch } as const);
  return failed(branch) ? branch : host.gitMergeBase(root, branch.value, "HEAD");
}
