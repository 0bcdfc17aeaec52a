import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pullRequestBase } from "./base.ts";

const folder = mkdtempSync(join(tmpdir(), "concordat-base-"));
const origin = join(folder, "origin");
const shallow = join(folder, "shallow");
let base: string;

function git(cwd: string, ...args: readonly string[]): string {
  const settings = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  return execFileSync("git", [...settings, ...args], { cwd, encoding: "utf8", stdio: "pipe" }).trim();
}

const commit = (message: string) => git(origin, "commit", "--quiet", "--allow-empty", "--message", message);

beforeAll(() => {
  git(folder, "init", "--quiet", "--initial-branch=main", origin);
  commit("Start");
  git(origin, "switch", "--quiet", "--create", "feature");
  commit("A change");
  git(origin, "switch", "--quiet", "main");
  commit("Main goes on");
  base = git(origin, "rev-parse", "HEAD");
  // As a host does for a pull request: the merge of both, of which a runner gets this one commit.
  git(origin, "switch", "--quiet", "--create", "merged");
  git(origin, "merge", "--quiet", "--no-edit", "feature");
  git(origin, "config", "uploadpack.allowReachableSHA1InWant", "true");
  git(folder, "clone", "--quiet", "--depth=1", "--branch=merged", pathToFileURL(origin).href, shallow);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the base of a pull request", () => {
  test("is the first parent of the merge that is checked out", async () => {
    expect(await pullRequestBase(origin, "pull_request")).toBe(base);
  });

  test("is fetched where the checkout is too shallow to hold it", async () => {
    expect(() => git(shallow, "cat-file", "-e", base)).toThrow();
    expect(await pullRequestBase(shallow, "pull_request_target")).toBe(base);
    expect(git(shallow, "cat-file", "-t", base)).toBe("commit");
  });

  test("is not known of other events, of what is no merge, and outside a checkout", async () => {
    expect(await pullRequestBase(origin, "push")).toBeUndefined();
    expect(await pullRequestBase(origin, undefined)).toBeUndefined();
    expect(await pullRequestBase(folder, "pull_request")).toBeUndefined();
    git(origin, "switch", "--quiet", "main");
    expect(await pullRequestBase(origin, "pull_request")).toBeUndefined();
  });
});
