import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CHECKS } from "../../packages/engine/src/analyses/index.ts";
import { parseText } from "../../packages/engine/src/source/parse.ts";
import { readCommentInputs, readInputs } from "../../packages/github-action/src/inputs.ts";
import { BROKEN, makeCheckout, removeCheckouts } from "./harness/checkout.ts";
import { startGitHub, stopServers } from "./harness/review.ts";
import { pullRequestEvent, runStep } from "./harness/runner.ts";

/* What the action declares beside what it does, and how the house runs it on its own contracts. */

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "packages/github-action");
const MEGABYTE = 1_000_000;

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

function yaml<T>(path: string): T {
  return parseText({ name: path, uri: path, text: readFileSync(join(ROOT, path), "utf8") }).data as T;
}

/** Names of variables that are read of an environment. */
function variablesOf(read: (env: Readonly<Record<string, string | undefined>>) => unknown): string[] {
  const names = new Set<string>();
  read(
    new Proxy({} as Record<string, string>, {
      get: (_, name) => {
        names.add(
          String(name)
            .replace(/^INPUT_/, "")
            .toLowerCase(),
        );
        return undefined;
      },
    }),
  );
  return [...names].sort();
}

afterAll(() => {
  removeCheckouts();
  stopServers();
});

describe.each([
  ["packages/github-action", readInputs],
  ["packages/github-action/comment", readCommentInputs],
] as const)("%s/action.yml", (folder, read) => {
  const { inputs, runs } = yaml<Manifest>(`${folder}/action.yml`);

  test("declares the inputs that are read, with their defaults", () => {
    expect(Object.keys(inputs).sort()).toEqual(variablesOf(read));
    const given = Object.entries(inputs)
      .filter(([name]) => name !== "github-token")
      .map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? ""]);
    expect(read(Object.fromEntries(given))).toEqual(read({}));
  });

  test("starts a file that is there, with a Node that runners have", () => {
    expect(runs.using).toBe("node24");
    expect(existsSync(join(ROOT, folder, runs.main))).toBe(true);
  });
});

describe("the action", () => {
  const { inputs, outputs } = yaml<Manifest>("packages/github-action/action.yml");

  test("leaves the outputs that it declares", async () => {
    const checkout = makeCheckout({ head: { "api/users.yaml": BROKEN } });
    const github = await startGitHub();
    const { workspace } = checkout;
    const ended = await runStep({ workspace, event: pullRequestEvent(checkout), api: github.url });
    expect(Object.keys(ended.outputs).sort()).toEqual(Object.keys(outputs).sort());
  });

  test("names all checks that it does, and no other, where they can be chosen", () => {
    const names = [...(inputs["checks"]?.description ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(names).toEqual(CHECKS);
  });

  test("has a page on which all of them stand", () => {
    const page = readFileSync(join(FOLDER, "README.md"), "utf8");
    const rows = [...page.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, names = ""]) =>
      [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    );
    expect(rows).toEqual(expect.arrayContaining([...Object.keys(inputs), ...Object.keys(outputs)]));
  });

  test("is one file of less than 6 MB that needs no other", () => {
    const file = join(FOLDER, "dist/main.js");
    expect(statSync(file).size).toBeLessThan(6 * MEGABYTE);
    const imports = [...readFileSync(file, "utf8").matchAll(/\bfrom"([^"\n]+)"/g)].map(([, name]) => name);
    expect(imports.filter((name) => name?.startsWith("."))).toEqual([]);
  });

  test("judges the house's own contracts, which pass", async () => {
    const workflow = yaml<{ jobs: { contracts: { steps: readonly { uses?: string }[] } } }>(
      ".github/workflows/check.yml",
    );
    const used = workflow.jobs.contracts.steps.map(({ uses }) => uses);
    expect(used).toContain(`./${dirname("packages/github-action/action.yml")}`);
    const { workspace } = makeCheckout();
    for (const path of ["concordat.yaml", "contracts"])
      execFileSync("cp", ["-r", join(ROOT, path), join(workspace, "..")]);
    const own = join(workspace, "..");
    const ended = await runStep({ workspace: own });
    expect(ended, ended.stdout).toMatchObject({ exit: 0, stderr: "", outputs: { result: "pass" } });
    expect(JSON.parse(ended.outputs["report-json"] ?? "").contracts).toHaveLength(2);
  });
});
