import { execFileSync } from "node:child_process";
import {
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Commit, FileRecipe, Files, Scenario } from "./scenario.ts";

/** Descriptions that scenarios share and alter. */
const SHARED = join(import.meta.dirname, "..", "shared");

/** Git as on a machine where nobody has configured anything. */
const GIT_ENV = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
};
const DAY = "2026-01-01";

/** Makes the workspace of a scenario in a new folder, with its history where it has one. */
export function makeWorkspace({ folder, files, commits, uncommitted }: Scenario): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "concordat-scenario-")));
  const workspace = join(root, "workspace");
  mkdirSync(workspace);
  if (existsSync(join(folder, "workspace"))) cpSync(join(folder, "workspace"), workspace, { recursive: true });
  writeFiles(workspace, files);
  if (commits) {
    git(workspace, "init", "--quiet", "--initial-branch=main");
    for (const commit of commits) makeCommit(workspace, commit);
  }
  writeFiles(workspace, uncommitted);
  return workspace;
}

/** Takes away what `makeWorkspace` made. */
export function removeWorkspace(workspace: string): void {
  rmSync(dirname(workspace), { recursive: true, force: true });
}

/** Runs git in a folder. */
function git(folder: string, ...args: readonly string[]): string {
  return gitOn(DAY, folder, ...args);
}

function gitOn(day: string, folder: string, ...args: readonly string[]): string {
  const time = `${day}T00:00:00Z`;
  const env = { ...process.env, ...GIT_ENV, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8" });
}

/** Writes files by their recipes; later ones can be made from earlier ones. */
export function writeFiles(workspace: string, files: Files = {}): void {
  for (const [path, recipe] of Object.entries(files)) {
    const target = join(workspace, path);
    mkdirSync(dirname(target), { recursive: true });
    writeRecipe(target, recipe, workspace);
  }
}

function makeCommit(workspace: string, { on, files, remove = [], tag, day = DAY }: Commit): void {
  if (on !== undefined) {
    const known = git(workspace, "branch", "--list", on).trim() !== "";
    const started = existsSync(join(workspace, ".git", "refs", "heads", "main"));
    if (known) git(workspace, "switch", "--quiet", on);
    else if (started || on !== "main") git(workspace, "switch", "--quiet", "--create", on);
  }
  for (const path of remove) rmSync(join(workspace, path), { recursive: true });
  writeFiles(workspace, files);
  git(workspace, "add", "--all");
  gitOn(day, workspace, "commit", "--quiet", "--allow-empty", "--message", "A step");
  if (tag !== undefined) git(workspace, "tag", tag);
}

function writeRecipe(target: string, recipe: FileRecipe, workspace: string): void {
  if (typeof recipe === "string") writeFileSync(target, recipe);
  else if ("from" in recipe) writeFileSync(target, alteredText(recipe, workspace));
  else if (recipe.make === "sparse") {
    const file = openSync(target, "w");
    ftruncateSync(file, recipe.megabytes * 1024 * 1024);
    closeSync(file);
  } else if (recipe.make === "bytes") writeFileSync(target, Buffer.from(recipe.hex, "hex"));
  else if (recipe.make === "link") symlinkSync(recipe.to, target);
  else writeFileSync(target, recipe.before.repeat(recipe.deep) + recipe.after.repeat(recipe.deep));
}

function alteredText({ from, replace = [], head }: Extract<FileRecipe, { from: string }>, workspace: string): string {
  const own = join(workspace, from);
  let text = readFileSync(existsSync(own) ? own : join(SHARED, from), "utf8");
  for (const [old, replacement] of replace) {
    const found = text.split(old).length - 1;
    if (found !== 1) throw new Error(`\`${old}\` is ${found} times in ${from}; a replacement needs it once.`);
    text = text.replace(old, () => replacement);
  }
  return head === undefined ? text : text.slice(0, head);
}
