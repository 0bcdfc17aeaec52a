import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packAll } from "../scripts/pack.ts";
import { installOffline } from "./support/install.ts";

/*
 * The library as somebody outside has it: what is published is installed into an empty folder without a network, and the examples
 * of the README and of the page about own rules run there.
 */

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "concordat-library-"));
const work = join(folder, "project");
const users = readFileSync(join(ROOT, "test/scenarios/shared/users.yaml"), "utf8");

beforeAll(() => {
  installOffline(work, packAll(join(folder, "packed"), ["cli", "engine", "rules"]));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the README of the engine", () => {
  const [, program = "", printed = ""] =
    /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(read("packages/engine/README.md")) ?? [];

  beforeAll(() => {
    write("base.yaml", users);
    write("head.yaml", users.replace("maxLength: 200", "maxLength: 100"));
    write("concordat.yaml", "checks: [diff]\ncontracts: [{ name: users, spec: head.yaml, base: base.yaml }]\n");
    write("example.mjs", program);
  });

  test("prints what it says", () => {
    const { stdout, stderr } = node("example.mjs");
    expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: "" });
  });

  test("says on an old Node which one it needs", () => {
    const pretended = 'Object.defineProperty(process.versions, "node", { value: "20.20.2" })';
    const { status, stderr } = node("--import", `data:text/javascript,${pretended}`, "example.mjs");
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining("Error: Concordat needs Node 22.19 or later; this is Node 20.20.2."),
    });
  });

  test("has types that the strictest settings accept, declarations of packages included", () => {
    write("typed.mts", TYPED);
    const strict = { module: "nodenext", target: "es2024", strict: true, exactOptionalPropertyTypes: true };
    const compilerOptions = { ...strict, skipLibCheck: false, noEmit: true, types: [] };
    write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["typed.mts"] }));
    const { stdout } = run(join(ROOT, "node_modules/.bin/tsc"), "-p", ".");
    expect(stdout).toBe("");
  });
});

/** What a program in TypeScript sees: results are told apart, and a wrong call is an error. */
const TYPED = `
import { check, contains, diff, failed, lint, type Outcome, type Result } from "@concordat/engine";
import { catalogue as rules } from "@concordat/rules";

const result: Result<Outcome> = await diff("base.yaml", "head.yaml", { rules });
export const bump: "none" | "patch" | "minor" | "major" | undefined = failed(result)
  ? undefined
  : result.value.verdict.requiredBump;
export const linted = await lint({ openapi: "3.1.0" }, { rules, policy: { preset: "core" } });
export const checked = await check({ rules });
const answer = await contains({}, {});
export const witness = answer.answer === "no" ? answer.witness : undefined;
// @ts-expect-error: a number is no description
await diff(1, "head.yaml", { rules });
// @ts-expect-error: the rules are an argument
await lint("head.yaml");
`;

describe("rules of your own", () => {
  const blocks = [...read("docs/own-rules.md").matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
    language,
    text: text as string,
    file: /^(?:\/\/|#) (\S+\.\w+)\n/.exec(text as string)?.[1],
  }));
  const commands = blocks.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trim().split("\n"));

  beforeAll(() => {
    for (const { file, text } of blocks) if (file !== undefined) write(file, text);
    write("base.yaml", users);
    write(
      "openapi.yaml",
      users.replace("    post:\n      operationId: createUser\n", "    put:\n      operationId: set\n"),
    );
  });

  test("are written as the page has them", () => {
    expect(blocks.flatMap(({ file }) => file ?? [])).toHaveLength(7);
    expect(commands[0]).toBe("npm install --save-dev @concordat/cli @concordat/engine");
  });

  test("have types: an editor shows what is wrong with a rule", () => {
    const compilerOptions = {
      module: "nodenext",
      target: "es2024",
      strict: true,
      noEmit: true,
      allowJs: true,
      types: [],
    };
    write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["rules/*.js"], exclude: ["**/*.test.js"] }));
    expect(run(join(ROOT, "node_modules/.bin/tsc"), "-p", ".").stdout).toBe("");
  });

  test.each([
    ["node --test rules/rules.test.js", ["pass 4\n", "fail 0\n"]],
    [
      "npx concordat rules list",
      ["lint/acme-contact-named", "diff/acme-removed-without-notice", "diff/operation-removed"],
    ],
    ["npx concordat explain lint/acme-contact-named", ["Every API names a contact.", "Acme's API guide, section 2."]],
    ["npx concordat config check", ["ok       boxes", "concordat.yaml is fine."]],
    ["npx concordat lint --fail-on never", ["The API `Users` names no e-mail address in `info.contact`."]],
    [
      "npx concordat diff base.yaml openapi.yaml --fail-on never",
      ["`POST /users` was removed without having been deprecated"],
    ],
  ])("%s", (command, said) => {
    expect(commands).toContain(command);
    const [program, ...args] = command
      .replace("npx concordat", "node node_modules/@concordat/cli/bin/concordat.js")
      .split(" ");
    expect(program).toBe("node");
    const { status, stdout, stderr } = node(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const each of said) expect(stdout).toContain(each);
  });

  test("all that the page runs is run here", () => {
    expect(commands).toHaveLength(7);
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
}

function node(...args: readonly string[]): SpawnSyncReturns<string> {
  return run(process.execPath, ...args);
}

function run(program: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return spawnSync(program, args, { cwd: work, env: { ...env, NO_COLOR: "1" }, encoding: "utf8" });
}
