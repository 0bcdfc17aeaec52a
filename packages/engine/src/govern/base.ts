import { isAbsolute, join, relative } from "node:path";
import type { ContractConfig } from "../config/read-config.ts";
import { failed, type Host } from "../host/host.ts";
import { type Failure, isFailure } from "../outcome.ts";
import { newestOf, newestRevision } from "../revisions.ts";
import { inputFailure } from "./failures.ts";
import type { AtCommit } from "./gate.ts";

/** What a contract may be compared with. */
export interface Comparison {
  /** A git revision that was named, instead of all else. */
  readonly baseRevision: string | undefined;
  /** Where head parted from the default branch, or why that is not known. */
  readonly parting: AtCommit | Failure;
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
): Promise<string | null | Failure> {
  const held = frozen && !isFailure(parting) ? parting : undefined;
  if (baseRevision === undefined && contract.base !== undefined) return namedBase(contract.base, held, host);
  if (baseRevision === undefined && contract.revisions !== undefined)
    return held ? releasedAt(contract.revisions, held, host) : released(contract.name, contract.revisions, host);
  const root = await host.gitRoot(host.cwd);
  if (root === undefined)
    return inputFailure(
      "base-unknown",
      `There is nothing to compare \`${contract.name}\` with: this is no git checkout. Name a base, or a folder of revisions, in the configuration.`,
    );
  if (baseRevision === undefined && isFailure(parting)) return parting;
  const revision = await host.gitResolve(root, baseRevision ?? (parting as AtCommit).commit);
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

/** A base that the configuration names: a path is read from the commit, unless a build makes the file. */
async function namedBase(base: string, held: AtCommit | undefined, host: Host): Promise<string | Failure> {
  if (!isAbsolute(base)) return base;
  const name = relative(host.cwd, base) || base;
  if (held === undefined) return name;
  const path = relative(held.root, base).replaceAll("\\", "/");
  if (path.startsWith("../")) return name;
  const there = await host.gitShow(held.root, held.commit, path);
  return failed(there) && there.failure === "missing" ? name : `git:${held.commit}:${name}`;
}

async function released(contract: string, folder: string, host: Host): Promise<string | null | Failure> {
  if ((await host.realPath(folder)) === undefined)
    return inputFailure(
      "revisions-missing",
      `The folder \`${relative(host.cwd, folder)}\`, where \`${contract}\` keeps its released revisions, is not there. Make it, or fix \`revisions\` in the configuration.`,
    );
  const newest = await newestRevision(folder, host);
  return newest && (relative(host.cwd, newest) || newest);
}

/** The newest revision that a commit has: one that head adds is not released yet. */
async function releasedAt(folder: string, { root, commit }: AtCommit, host: Host): Promise<string | null | Failure> {
  const path = relative(root, folder).replaceAll("\\", "/");
  const files = await host.gitFiles(root, commit, [path]);
  if (failed(files)) return unlisted(files.failure, files.message);
  const names = files.value.map((file) => file.slice(path === "" ? 0 : path.length + 1));
  const newest = newestOf(names.filter((name) => !name.includes("/")));
  return newest === undefined ? null : `git:${commit}:${relative(host.cwd, join(folder, newest))}`;
}

function unlisted(failure: string, message: string): Failure {
  return { failure: failure === "tool" ? "tool" : "input", problems: [{ code: "base-unreadable", message }] };
}
