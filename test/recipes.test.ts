import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { REPOSITORY, VERSION } from "../packages/engine/src/index.ts";
import { parseText } from "../packages/engine/src/source/parse.ts";
import { CLI, runNode } from "./scenarios/harness/command.ts";
import { type Block, blocksOf } from "./support/documents.ts";
import { makeShims, runShell } from "./support/shell.ts";

/*
 * Documents do what they say: configurations are checked, shell blocks run in the order they stand in, and workflows use inputs
 * that the Action has. Each section has a folder of its own.
 */

const ROOT = join(import.meta.dirname, "..");
const made: string[] = [];
const shims = makeShims(folderOf("shims"));

/** What the runner of a pipeline tells its jobs. */
const ENVIRONMENT = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.org",
  TOKEN: "secret",
  GITLAB_TOKEN: "secret",
  CI_API_V4_URL: "https://gitlab.example.com/api/v4",
  CI_PROJECT_ID: "1",
  CI_MERGE_REQUEST_IID: "2",
};

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Pages whose shell blocks run; those about pacts, usage and clients have tests of their own. */
const PAGES = [
  "README",
  "docs/recipes",
  "docs/getting-started",
  "docs/linting",
  "docs/configuration",
  "docs/output",
  "docs/page",
  "docs/deprecations",
  "packages/cli/README",
];

const sections = PAGES.flatMap((page) =>
  readFileSync(join(ROOT, `${page}.md`), "utf8")
    .split(/^## /m)
    .map((section) => ({ page, name: section.split("\n")[0] as string, blocks: blocksOf(section) })),
).filter(({ blocks }) => blocks.length > 0);
const recipes = sections.filter(({ page }) => page === "docs/recipes");

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

test("there are recipes with something to try", () => {
  expect(recipes.length).toBeGreaterThan(12);
  expect(recipes.filter(({ blocks }) => blocks.some(isShell)).length).toBeGreaterThan(9);
});

const commands = sections.filter(({ blocks }) => blocks.some(isShell));
test.each(commands)("$page: the commands of $name run", async ({ page, blocks }) => {
  const work = checkout();
  // This page shows the sample contracts, as they stand in this repository.
  if (page === "docs/page") cpSync(join(ROOT, "contracts"), join(work, "contracts"), { recursive: true });
  for (const block of blocks) {
    if (block.file === "concordat.yaml") write(work, block.file, block.text);
    if (!isShell(block)) continue;
    if (block.text.includes("concordat init")) rmSync(join(work, "concordat.yaml"));
    const { exit, stdout, stderr } = await runShell(block.text, work, shims, ENVIRONMENT);
    expect({ text: block.text, exit }, `${stdout}${stderr}`).toEqual({ text: block.text, exit: 0 });
  }
});

const workflows = sections
  .map(({ blocks, ...section }) => ({ ...section, blocks: blocks.filter(isWorkflow) }))
  .filter(({ blocks }) => blocks.length > 0);
test.each(workflows)("$page: the workflows of $name are YAML, pinned, and use inputs that there are", ({ blocks }) => {
  for (const { text } of blocks) {
    const { jobs = {} } = read(text) as { jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>> };
    for (const { uses, with: inputs = {} } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      if (uses === undefined) continue;
      expect(uses).toMatch(/@v\d/);
      const ours = uses.startsWith(`${REPOSITORY}/`) ? uses.slice(REPOSITORY.length + 1).split("@")[0] : undefined;
      if (ours === undefined) continue;
      const action = read(readFileSync(join(ROOT, ours, "action.yml"), "utf8")) as { inputs: object };
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  }
});

test("the formats that a pipeline of GitLab reads are written", async () => {
  const work = checkout();
  write(work, "concordat.yaml", "contracts: [{ name: users, spec: services/users/openapi.yaml }]\n");
  const [, script = ""] =
    /npx --yes @concordat\/cli@0 ([\s\S]*?)\n {2}after_script/.exec(
      recipes.find(({ name }) => name === "GitLab")?.blocks[0]?.text ?? "",
    ) ?? [];
  const args = script
    .trim()
    .split(/\s+/)
    .map((arg) => (arg.startsWith('"$CI') ? "HEAD" : arg));
  expect(await runNode(CLI, args, work)).toMatchObject({ exit: 0 });
  expect(JSON.parse(readFileSync(join(work, "gl-code-quality-report.json"), "utf8"))).toEqual(expect.any(Array));
  expect(readFileSync(join(work, "concordat-junit.xml"), "utf8")).toContain("<testsuite");
});

test("the comment of a merge request is written once, and then kept up to date", async () => {
  const [, script] = recipes.find(({ name }) => name === "GitLab")?.blocks ?? [];
  const work = checkout();
  const calls = async (notes: string) => {
    write(work, "notes.json", notes);
    write(work, "curl.log", "");
    expect(await runShell(script?.text ?? "", work, shims, ENVIRONMENT)).toMatchObject({ exit: 0 });
    return readFileSync(join(work, "curl.log"), "utf8").trim().split("\n").slice(1);
  };
  const notes = "https://gitlab.example.com/api/v4/projects/1/merge_requests/2/notes";
  const sent = (method: string, to: string) =>
    `--fail --silent --request ${method} --header PRIVATE-TOKEN: secret --form body=<comment.md ${to}`;
  expect(await calls('[{ "id": 6, "body": "Hello" }]')).toEqual([sent("POST", notes)]);
  expect(readFileSync(join(work, "comment.md"), "utf8")).toBe("<!-- concordat -->\nThe report.\n");
  expect(await calls('[{ "id": 7, "body": "<!-- concordat -->\\nOld." }]')).toEqual([sent("PUT", `${notes}/7`)]);
  rmSync(join(work, "concordat.md"));
  expect(await calls("[]")).toEqual([]);
  expect(existsSync(join(work, "concordat.md"))).toBe(false);
});

test("the hooks for pre-commit run", async () => {
  const hooks = read(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as readonly Readonly<
    Record<string, string>
  >[];
  const named = recipes.find(({ name }) => name === "Git hooks")?.blocks[0]?.text ?? "";
  const { repos } = read(named) as { repos: { rev: string; hooks: { id: string }[] }[] };
  expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(repos[0]?.hooks.map(({ id }) => id) ?? []));
  expect(repos[0]?.rev).toBe(`v${VERSION}`);
  for (const { entry = "", name, language, files = "" } of hooks) {
    expect({ name, language, matches: new RegExp(files).test("api/openapi.yaml") }).toMatchObject({ matches: true });
    expect(await runShell(entry, checkout(), shims, ENVIRONMENT)).toMatchObject({ exit: 0 });
  }
});

function isShell({ language }: Block): boolean {
  return language === "sh";
}

function isWorkflow({ file }: Block): boolean {
  return file?.startsWith(".git") === true && !file.endsWith(".sh");
}

function read(text: string): unknown {
  const { data, problems } = parseText({ uri: "", name: "recipe", text });
  expect(problems).toEqual([]);
  return data;
}

/** A checkout as the documents take it to be. */
function checkout(): string {
  const work = folderOf("work");
  const users = readFileSync(join(ROOT, "test/scenarios/shared/users.yaml"), "utf8");
  const described = ["services/users/openapi.yaml", "services/billing/openapi.yaml", "services/users-v2/openapi.yaml"];
  for (const path of [...described, "api/openapi.yaml", "openapi.yaml", "BASE", "HEAD", "old.yaml", "new.yaml"])
    write(work, path, users);
  write(work, "described.json", JSON.stringify(read(users)));
  write(
    work,
    "concordat.yaml",
    "contracts: [{ name: users, spec: services/users/openapi.yaml, revisions: revisions }]\n",
  );
  write(work, "revisions/0.9.0.yaml", users.replace("version: 1.0.0", "version: 0.9.0"));
  write(work, ".gitignore", "build\nnode_modules\n");
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "."],
    ["commit", "-qm", "x"],
    ["tag", "v1.0.0"],
  ])
    execFileSync("git", args, { cwd: work, env: { ...process.env, ...ENVIRONMENT } });
  // What a report, and the server of a merge request, have left.
  write(work, "concordat.md", "The report.\n");
  write(work, "notes.json", "[]");
  mkdirSync(join(work, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(shims, "concordat"), join(work, "node_modules/.bin/concordat"));
  return work;
}

function folderOf(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `concordat-${name}-`)));
  made.push(folder);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
