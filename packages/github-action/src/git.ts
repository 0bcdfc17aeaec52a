import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MINUTE = 60_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** What git prints; undefined where it fails. Why it fails matters to nobody here: what follows from it is said. */
export async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    // It is never to wait for a password.
    const env = { ...process.env, GIT_TERMINAL_PROMPT: "0" };
    const { stdout } = await run("git", ["-C", folder, ...args], {
      env,
      timeout: 5 * MINUTE,
      maxBuffer: MOST_BYTES,
    });
    return stdout;
  } catch {
    return undefined;
  }
}

/** The commit that a revision names here. */
export async function commitOf(folder: string, revision: string): Promise<string | undefined> {
  const name = await git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  return name?.trim();
}

/** Whether a commit is here, after an attempt to fetch it where it is not. */
export async function obtain(folder: string, commit: string): Promise<boolean> {
  if ((await commitOf(folder, commit)) !== undefined) return true;
  await fetchFrom(folder, commit);
  return (await commitOf(folder, commit)) !== undefined;
}

/** Fetches a revision from where the checkout came from: as little as will do, but without cutting history that is here. */
export async function fetchFrom(folder: string, revision: string): Promise<boolean> {
  if (revision.startsWith("-")) return false;
  const depth = (await isShallow(folder)) ? ["--depth=1"] : [];
  return (await git(folder, "fetch", "--quiet", "--no-tags", ...depth, "origin", revision)) !== undefined;
}

/** Whether history is missing here. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await git(folder, "rev-parse", "--is-shallow-repository"))?.trim() === "true";
}
