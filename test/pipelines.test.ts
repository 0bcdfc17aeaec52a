import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Forge, initialFiles } from "../packages/cli/src/commands/init/files.ts";
import { type Ended, runNode } from "./scenarios/harness/command.ts";
import { type Block, blocksOf } from "./support/documents.ts";

/* What pipelines run is valid for those who run it: GitHub's own reader of workflows, and GitLab's schema of jobs. */

const ROOT = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);
const GITLAB = require.resolve("gitlab-ci-local");

// It imports JSON without the attribute that Node asks for, as bundlers allow.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

/** The files that `init` writes where changes are reviewed on a forge. */
function initial(forge: Forge): readonly (readonly [name: string, text: string])[] {
  const contracts = [{ name: "users", spec: "openapi.yaml" }];
  return ["", "services/users"].flatMap((folder) =>
    [false, true].flatMap((isLocked) =>
      Object.entries(initialFiles({ folder, contracts, forge, schema: "", isLocked }))
        .filter(([path]) => !path.endsWith("concordat.yaml"))
        .map(([, text]) => [`init in \`${folder}\`${isLocked ? ", locked" : ""}`, text] as const),
    ),
  );
}

/** Blocks of all documents. */
function documented(isWanted: (block: Block) => boolean): readonly (readonly [name: string, text: string])[] {
  return globSync(["*.md", "docs/*.md", "packages/*/README.md"], { cwd: ROOT }).flatMap((page) =>
    blocksOf(readFileSync(join(ROOT, page), "utf8"))
      .filter(isWanted)
      .map(({ text }, i) => [`${page}, ${i + 1}`, text] as const),
  );
}

describe("a workflow of GitHub", () => {
  const own = globSync(".github/workflows/*.yml", { cwd: ROOT }).map(
    (path) => [path, readFileSync(join(ROOT, path), "utf8")] as const,
  );
  const inDocuments = documented(({ language, text }) => language === "yaml" && /^jobs:$/m.test(text));

  test("stands in documents", () => {
    expect(inDocuments.length).toBeGreaterThan(6);
  });

  test.each([...initial("github"), ...inDocuments, ...own])("is valid: %s", (name, content) => {
    expect(workflowErrors(name, content)).toEqual([]);
  });

  test("is not valid where a key is misspelt", () => {
    const [[name, text] = ["", ""]] = initial("github");
    expect(workflowErrors(name, text.replace("runs-on:", "run-on:")).length).toBeGreaterThan(0);
  });
});

describe("a job of GitLab", () => {
  const inDocuments = documented(({ file }) => file === ".gitlab-ci.yml");

  test("stands in documents", () => {
    expect(inDocuments.length).toBeGreaterThan(0);
  });

  test.each([...initial("gitlab"), ...inDocuments])("is valid: %s", async (_, text) => {
    const { exit, stdout, stderr } = await listJobs(text);
    expect({ exit, stderr }, stdout).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining("json schema validated"),
    });
  });

  test("is not valid where a key is misspelt", async () => {
    const [[, text] = ["", ""]] = initial("gitlab");
    const { exit, stdout, stderr } = await listJobs(text.replace("artifacts:", "artefacts:"));
    expect(exit).toBe(1);
    expect(`${stdout}${stderr}`).toContain("'artefacts' property is not expected");
  });
});

function workflowErrors(name: string, content: string): readonly string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

/** Has the jobs of a repository listed that includes a text as `init` says. */
async function listJobs(text: string): Promise<Ended> {
  const work = mkdtempSync(join(tmpdir(), "concordat-gitlab-"));
  try {
    mkdirSync(join(work, ".gitlab"));
    writeFileSync(join(work, ".gitlab/concordat.yml"), text);
    writeFileSync(join(work, ".gitlab-ci.yml"), "include: [{ local: .gitlab/concordat.yml }]\n");
    for (const args of [
      ["init", "--quiet"],
      ["remote", "add", "origin", "git@gitlab.example.com:acme/api.git"],
      ["add", "."],
    ])
      execFileSync("git", args, { cwd: work, stdio: "pipe" });
    return await runNode(GITLAB, ["--list"], work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
