import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { REPOSITORY } from "../packages/engine/src/index.ts";
import { parseText } from "../packages/engine/src/source/parse.ts";
import { CLI, runNode } from "./scenarios/harness/command.ts";

/*
 * The recipes do what they say: configurations are checked, commands run in the order they stand in, and workflows use
 * inputs that the Action has.
 */

const ROOT = join(import.meta.dirname, "..");
const made: string[] = [];

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that it says it is. */
  readonly file: string | undefined;
}

const recipes = readFileSync(join(ROOT, "docs/recipes.md"), "utf8")
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ name: section.split("\n")[0] as string, blocks: blocksOf(section) }));

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

test("there are recipes with something to try", () => {
  expect(recipes.length).toBeGreaterThan(6);
  expect(recipes.filter(({ blocks }) => commandsOf(blocks).length > 0).length).toBeGreaterThan(3);
});

describe.each(recipes)("$name", ({ blocks }) => {
  test.skipIf(commandsOf(blocks).length === 0)("its commands run", async () => {
    const work = checkout();
    for (const block of blocks) {
      if (block.file === "concordat.yaml") write(work, block.file, block.text);
      for (const args of commandsOf([block])) {
        const { exit, stderr } = await runNode(CLI, args, work);
        expect({ args, exit }, stderr).toEqual({ args, exit: 0 });
      }
    }
  });

  const workflows = blocks.filter(({ file }) => file?.startsWith(".git"));
  test.skipIf(workflows.length === 0)("its workflows are YAML, pinned, and use inputs that there are", () => {
    for (const { text } of workflows) {
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
});

test("the formats that a pipeline of GitLab reads are written", async () => {
  const work = checkout();
  write(work, "concordat.yaml", "contracts: [{ name: users, spec: services/users/openapi.yaml }]\n");
  const [, script = ""] =
    /npx --yes @concordat\/cli@0 ([\s\S]*?)\n {2}artifacts/.exec(
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

function blocksOf(section: string): Block[] {
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
    file: /^# (\S+\.ya?ml)\n/.exec(text)?.[1],
  }));
}

/** Arguments of the commands of ours, in order. */
function commandsOf(blocks: readonly Block[]): string[][] {
  return blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => [...text.matchAll(/^concordat (.+)$/gm)])
    .map(([, line = ""]) => [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole));
}

function read(text: string): unknown {
  const { data, problems } = parseText({ uri: "", name: "recipe", text });
  expect(problems).toEqual([]);
  return data;
}

/** A checkout as the recipes take it to be. */
function checkout(): string {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "concordat-recipe-")));
  made.push(work);
  const users = readFileSync(join(ROOT, "test/scenarios/shared/users.yaml"), "utf8");
  for (const name of ["users", "billing"]) write(work, `services/${name}/openapi.yaml`, users);
  write(work, "concordat.yaml", "contracts: [{ name: users, spec: services/users/openapi.yaml }]\n");
  const author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "."],
    [...author, "commit", "-qm", "x"],
    ["tag", "v1.0.0"],
  ])
    execFileSync("git", args, { cwd: work });
  return work;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
