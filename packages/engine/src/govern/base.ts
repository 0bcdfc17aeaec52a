import { isAbsolute, join } from "node:path";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { findFiles } from "../host/find-files.ts";
import type { Host } from "../host/host.ts";
import { newestOf } from "../revisions.ts";
import type { AtCommit } from "./parting.ts";

/** What a contract may be compared with. */
export interface Comparison {
  /** A git revision that was named, instead of all else. */
  readonly baseRevision: string | undefined;
  /** Where head parted from the default branch, or why that is not known. */
  readonly parting: Result<AtCommit>;
  /** Bases and revisions are taken from that commit, not from the working tree. */
  readonly frozen: boolean;
}

/** What is asked of a contract here. */
export type Compared = Pick<ContractConfig, "name" | "base" | "revisions"> & {
  /** The path of its description in what it is compared with. */
  readonly spec: string;
};

/** What a contract is compared with: what it says itself, its newest released revision, or git. Null: it is new. */
export async function baseOf(
  contract: Compared,
  { baseRevision, parting, frozen }: Comparison,
  host: Host,
): Promise<Result<string | null>> {
  const held = frozen && !failed(parting) ? parting.value : undefined;
  if (baseRevision === undefined && contract.base !== undefined)
    return { value: await namedBase(contract.base, held, host) };
  if (baseRevision === undefined && contract.revisions !== undefined)
    return held ? releasedAt(contract.revisions, held, host) : released(contract.name, contract.revisions, host);
  const root = await host.gitRoot(host.cwd);
  if (root === undefined)
    return inputFailure(
      "base-unknown",
      `\`${contract.name}\` has nothing to compare with: this is not a git checkout. Name a base, or a folder of revisions, in the configuration.`,
    );
  const asked = baseRevision === undefined ? parting : { value: { commit: baseRevision } };
  if (failed(asked)) return asked;
  const revision = await host.gitResolve(root, asked.value.commit);
  if (failed(revision)) return hostFailure(revision, "base-unknown");
  for (const path of await spellings(contract.spec, host)) {
    const text = await host.gitShow(root, revision.value, pathFrom(root, path));
    // Only what the commit provably lacks is new: loading says why anything else cannot be had.
    if (!failed(text) || text.failure !== "missing")
      return { value: `git:${revision.value}:${pathFrom(host.cwd, path) || path}` };
  }
  return { value: null };
}

/** A path as it is written, and as it is with links resolved: the base may have had a link where head has none. */
async function spellings(path: string, host: Host): Promise<readonly string[]> {
  const real = await host.realPath(path);
  return real === undefined || real === path ? [path] : [path, real];
}

/** A base that the configuration names: a path is read from the commit, unless a build makes the file. */
async function namedBase(base: string, held: AtCommit | undefined, host: Host): Promise<string> {
  if (!isAbsolute(base)) return base;
  const name = pathFrom(host.cwd, base) || base;
  if (held === undefined) return name;
  const path = pathFrom(held.root, base);
  if (path.startsWith("../")) return name;
  const there = await host.gitShow(held.root, held.commit, path);
  return failed(there) && there.failure === "missing" ? name : `git:${held.commit}:${name}`;
}

async function released(contract: string, folder: string, host: Host): Promise<Result<string | null>> {
  if ((await host.realPath(folder)) === undefined)
    return inputFailure(
      "revisions-missing",
      `The folder \`${pathFrom(host.cwd, folder)}\`, where \`${contract}\` keeps its released revisions, does not exist. Create it, or fix \`revisions\` in the configuration.`,
    );
  const files = await findFiles(host, "*.{yaml,yml,json}", folder);
  if (failed(files)) return files;
  const newest = newestOf(files.value, pathFrom(host.cwd, folder));
  return failed(newest) ? newest : { value: newest.value && pathFrom(host.cwd, join(folder, newest.value)) };
}

/** The newest revision that a commit has: one that head adds is not released yet. */
async function releasedAt(folder: string, { root, commit }: AtCommit, host: Host): Promise<Result<string | null>> {
  const path = pathFrom(root, folder);
  const files = await host.gitFiles(root, commit, [path]);
  if (failed(files)) return hostFailure(files, "base-unreadable");
  const names = files.value.map((file) => file.slice(path === "" ? 0 : path.length + 1));
  const newest = newestOf(
    names.filter((name) => !name.includes("/")),
    pathFrom(host.cwd, folder),
  );
  if (failed(newest)) return newest;
  return { value: newest.value && `git:${commit}:${pathFrom(host.cwd, join(folder, newest.value))}` };
}
