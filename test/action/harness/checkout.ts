import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Texts of files by path; null takes one away. */
export type Texts = Readonly<Record<string, string | null>>;

/** The description that scenarios start from. */
export const USERS = readFileSync(join(import.meta.dirname, "../../scenarios/shared/users.yaml"), "utf8");
/** A property that becomes required in it breaks whoever sends a user. */
export const BROKEN = altered(USERS, "required: [email]", "required: [email, name]");
/** A longer text is allowed: nobody breaks. */
export const WIDER = altered(USERS, "maxLength: 200", "maxLength: 300");
/** Contracts by their names, without lint where that is not what a test is about: it takes longest. */
export function configOf(contracts: Readonly<Record<string, string>>, checks = "diff"): string {
  const listed = Object.entries(contracts).map(([name, spec]) => `  - { name: ${name}, spec: ${spec} }\n`);
  return `checks: [${checks}]\ncontracts:\n${listed.join("")}`;
}

/** A text with a part of it replaced, which must be there once. */
export function altered(text: string, part: string, replacement: string): string {
  if (text.split(part).length !== 2) throw new Error(`\`${part}\` is not there once`);
  return text.replace(part, () => replacement);
}

/** A repository with a pull request, and the checkout that a runner works in. */
export interface Checkout {
  readonly workspace: string;
  readonly origin: string;
  /** The tip that the pull request merges into, its own tip, the merge of both, and where they parted. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly parted: string;
}

export interface CheckoutOptions {
  /** What main has, and what the pull request makes of it. */
  readonly base?: Texts;
  readonly head?: Texts;
  /** What main does while the pull request is open. */
  readonly meanwhile?: Texts;
  /** What is checked out: the merge of the pull request, its own branch, or main. */
  readonly at?: "merge" | "feature" | "main";
  /** All history instead of one commit. */
  readonly deep?: boolean;
  /** Commits are not given out by their names. */
  readonly closed?: boolean;
}

const made: string[] = [];

/** Makes a repository and a checkout of it, of one commit as a runner does where nothing else is asked. */
export function makeCheckout(options: CheckoutOptions = {}): Checkout {
  const { head = {}, meanwhile, at = "merge", deep = false, closed = false } = options;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "concordat-action-")));
  made.push(folder);
  const [origin, workspace] = [join(folder, "origin"), join(folder, "workspace")];
  mkdirSync(origin);
  git(origin, "init", "--quiet", "--initial-branch=main");
  if (!closed) git(origin, "config", "uploadpack.allowReachableSHA1InWant", "true");
  const parted = commit(origin, {
    "concordat.yaml": configOf({ users: "api/users.yaml" }),
    "api/users.yaml": USERS,
    ...options.base,
  });
  git(origin, "switch", "--quiet", "--create", "feature");
  const tip = commit(origin, head);
  git(origin, "switch", "--quiet", "main");
  const base = meanwhile === undefined ? parted : commit(origin, meanwhile);
  git(origin, "switch", "--quiet", "--create", "merge");
  git(origin, "merge", "--quiet", "--no-ff", "--no-edit", "feature");
  const merge = git(origin, "rev-parse", "HEAD");
  git(origin, "switch", "--quiet", "main");
  const depth = deep ? [] : ["--depth=1"];
  git(folder, "clone", "--quiet", ...depth, `--branch=${at}`, pathToFileURL(origin).href, workspace);
  git(workspace, "switch", "--quiet", "--detach");
  return { workspace, origin, base, head: tip, merge, parted };
}

/** Takes away all that was made. */
export function removeCheckouts(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Commits files, and answers the commit's name. */
export function commit(folder: string, texts: Texts): string {
  writeTexts(folder, texts);
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "A step");
  return git(folder, "rev-parse", "HEAD");
}

export function writeTexts(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (text === null) rmSync(target);
    else writeFileSync(target, text);
  }
}

export function git(folder: string, ...args: readonly string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "Ada",
    GIT_AUTHOR_EMAIL: "ada@example.org",
    GIT_COMMITTER_NAME: "Ada",
    GIT_COMMITTER_EMAIL: "ada@example.org",
  };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: "pipe" }).trim();
}
