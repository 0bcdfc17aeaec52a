import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The commit that a pull request merges into, fetched where the checkout is too shallow to hold it. The checkout of a pull
 * request is a merge commit whose first parent is the base; its raw text names that parent even at depth 1. Undefined
 * where HEAD is no merge, or the base cannot be had: then the merge base with the default branch is looked for.
 */
export async function pullRequestBase(folder: string, eventName: string | undefined): Promise<string | undefined> {
  if (!eventName?.startsWith("pull_request")) return undefined;
  const commit = await git(folder, "cat-file", "-p", "HEAD");
  const parents = commit === undefined ? [] : [...commit.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, name]) => name);
  const [base] = parents;
  if (base === undefined || parents.length !== 2) return undefined;
  const present = async () => (await git(folder, "cat-file", "-e", `${base}^{commit}`)) !== undefined;
  if (await present()) return base;
  await git(folder, "fetch", "--quiet", "--no-tags", "--depth=1", "origin", base);
  return (await present()) ? base : undefined;
}

async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run("git", ["-C", folder, ...args])).stdout;
  } catch {
    // Why git failed matters to nobody here: without the base there is another way.
    return undefined;
  }
}
