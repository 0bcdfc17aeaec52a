import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { failed } from "../base/result.ts";
import { withoutCredentials } from "../base/url-text.ts";
import type { CommitHistory, HostResult, TaggedCommit } from "./host.ts";

const run = promisify(execFile);

export async function resolveRevision(root: string, revision: string): Promise<HostResult<string>> {
  const result = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (!failed(result)) return { value: result.value.trim() };
  if (result.failure === "tool" && result.message !== "") return result;
  return { failure: "missing", message: `git does not know the revision \`${revision}\`. Fetch it, or name another.` };
}

/** Files of a commit at or below paths. What lies behind a link or in a submodule git cannot list: that is refused. */
export async function listFiles(
  root: string,
  commit: string,
  paths: readonly string[],
  mostBytes: number,
): Promise<HostResult<readonly string[]>> {
  const wanted = paths.filter((path) => path !== "");
  const ways = [
    ...new Set(wanted.flatMap((path) => path.split("/").map((_, i, all) => all.slice(0, i + 1).join("/")))),
  ];
  const way = await listTree(root, [commit, "--", ...ways], mostBytes);
  if (failed(way)) return way;
  const odd = way.value.find(({ mode }) => mode === "120000" || mode === "160000");
  if (odd !== undefined && ways.includes(odd.path)) {
    const what = odd.mode === "120000" ? "a link" : "a submodule";
    return {
      failure: "refused",
      message: `\`${odd.path}\` is ${what} at \`${commit.slice(0, 12)}\`, and is not followed there.`,
    };
  }
  const below = await listTree(root, ["-r", commit, "--", ...(wanted.length < paths.length ? [] : wanted)], mostBytes);
  return failed(below) ? below : { value: below.value.map(({ path }) => path).sort() };
}

async function listTree(
  root: string,
  args: readonly string[],
  mostBytes: number,
): Promise<HostResult<readonly { readonly mode: string; readonly path: string }[]>> {
  const result = await runGit(root, ["ls-tree", "-z", "--full-tree", ...args], mostBytes);
  if (failed(result)) return result;
  const entries = result.value
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "");
  return { value: entries.map((entry) => ({ mode: entry.slice(0, 6), path: entry.slice(entry.indexOf("\t") + 1) })) };
}

/** Files of a commit at or below paths that are edited or gone in the working tree. */
export async function listChanged(
  root: string,
  commit: string,
  paths: readonly string[],
  mostBytes: number,
): Promise<HostResult<readonly string[]>> {
  const flags = ["--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=a", "-z"];
  const result = await runGit(root, ["--literal-pathspecs", "diff", ...flags, commit, "--", ...paths], mostBytes);
  if (failed(result)) return result;
  return {
    value: result.value
      .toString("utf8")
      .split("\0")
      .filter((path) => path !== "")
      .sort(),
  };
}

export async function findMergeBase(root: string, a: string, b: string): Promise<HostResult<string>> {
  const result = await git(root, ["merge-base", a, b]);
  if (!failed(result)) return { value: result.value.trim() };
  return {
    failure: "missing",
    message: `\`${a}\` and \`${b}\` have no common ancestor here. A shallow checkout may lack it: fetch more history.`,
  };
}

/** The first parent that a commit names; a shallow checkout knows its name and lacks what it holds. */
export async function findFirstParent(root: string, commit: string): Promise<HostResult<string | undefined>> {
  const result = await git(root, ["cat-file", "-p", commit]);
  if (failed(result)) return result;
  const parent = /^parent ([0-9a-f]+)$/m.exec(result.value.split("\n\n")[0] ?? "")?.[1];
  if (parent === undefined || !failed(await git(root, ["cat-file", "-e", `${parent}^{commit}`])))
    return { value: parent };
  return {
    failure: "missing",
    message: `This is the tip of the base branch, and the commit before it, \`${parent.slice(0, 12)}\`, is not in this shallow checkout. Fetch it (\`fetch-depth: 2\`), or name a base with \`--base\`.`,
  };
}

/** Commits on the way of first parents that changed files at or below paths, the newest first, each with its day in UTC. */
export async function findHistory(
  root: string,
  commit: string,
  paths: readonly string[],
  mostBytes: number,
): Promise<HostResult<CommitHistory>> {
  const shallow = await git(root, ["rev-parse", "--is-shallow-repository"]);
  if (failed(shallow)) return shallow;
  const flags = ["--first-parent", "--format=%H %ct", commit, "--", ...paths];
  const result = await runGit(root, ["--literal-pathspecs", "log", ...flags], mostBytes);
  if (failed(result)) return result;
  const commits = result.value
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", seconds] = line.split(" ");
      return { commit: name, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
    });
  return { value: { commits, isComplete: shallow.value.trim() === "false" } };
}

/** Tagged commits that a commit does not have and HEAD has, children before their parents. */
export async function findTagsSince(root: string, commit: string): Promise<HostResult<readonly TaggedCommit[]>> {
  const result = await git(root, [
    "log",
    ...["--topo-order", "--simplify-by-decoration", "--decorate=full", "--decorate-refs=refs/tags/"],
    "--format=%H%x09%cs%x09%D",
    `${commit}..HEAD`,
    "--",
  ]);
  if (failed(result)) return result;
  const commits = result.value.split("\n").map((line): TaggedCommit => {
    const [name = "", date = "", decoration = ""] = line.split("\t");
    // A name can hold commas but no spaces.
    const tags = decoration.split(", ").flatMap((each) => /(?:^|-> )tag: refs\/tags\/(.+)$/.exec(each)?.[1] ?? []);
    return { commit: name, tags, date };
  });
  return { value: commits.filter(({ tags }) => tags.length > 0) };
}

export async function findDefaultBranch(root: string): Promise<HostResult<string>> {
  const head = await git(root, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const candidates = failed(head) ? [] : [head.value.trim()];
  for (const name of [...candidates, "origin/main", "origin/master", "main", "master"]) {
    if (!failed(await git(root, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]))) return { value: name };
  }
  return { failure: "missing", message: "The default branch is unknown. Name the base with `--base`." };
}

async function git(folder: string, args: readonly string[]): Promise<HostResult<string>> {
  const result = await runGit(folder, args, 1024 * 1024);
  return failed(result) ? result : { value: result.value.toString("utf8") };
}

async function runGit(folder: string, args: readonly string[], mostBytes: number): Promise<HostResult<Buffer>> {
  try {
    const { stdout } = await run("git", ["-C", folder, ...args], { maxBuffer: mostBytes, encoding: "buffer" });
    return { value: stdout };
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: Buffer };
    if (code === "ENOENT") return { failure: "tool", message: "git is not installed, or not on the PATH." };
    if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
      const megabytes = Math.round(mostBytes / 1024 / 1024);
      return { failure: "too-large", message: `The text is larger than the limit of ${megabytes} MB.` };
    }
    return { failure: "tool", message: withoutCredentials((stderr ?? "").toString("utf8").trim()) };
  }
}
