// biome-ignore-all lint/suspicious/noThenProperty: the name is Spectral's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { nodeHost } from "../host/node.ts";
import type { RulesetOptions } from "./ruleset.ts";
import { loadRulesets } from "./rulesets.ts";

const folder = mkdtempSync(join(tmpdir(), "concordat-ruleset-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads the first of some files, all of them written to a folder of their own. */
async function load(files: Readonly<Record<string, string>>, options?: RulesetOptions) {
  const own = mkdtempSync(join(folder, "case-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), text);
  }
  return loadRulesets([Object.keys(files)[0] as string], nodeHost(own), options);
}

/** The problems that files have, with their places. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const loaded = await load(files);
  return "problems" in loaded
    ? loaded.problems.map(({ file, line, message }) => `${file}${line ? `:${line}` : ""} ${message}`)
    : [];
}

const rule = (then: string) => `rules:\n  r:\n    given: $.info\n    then: ${then}\n`;

test("rulesets and functions are found in packages and beside the ruleset, in either kind of module", async () => {
  const loaded = await load({
    ".spectral.yaml": `extends: [house-rules, ./b.cjs, c.json]\nfunctions: [own]\n${rule("{ function: own }")}`,
    "node_modules/house-rules/package.json": '{ "name": "house-rules", "main": "./lib/rules.js" }',
    "node_modules/house-rules/lib/rules.js":
      'const { truthy } = require("@stoplight/spectral-functions"); module.exports = { rules: { p: { given: "$", then: { function: truthy } } } };',
    "b.cjs": 'exports.default = { rules: { b: { given: "$", then: { function: () => {} } } } };',
    "c.json": '{ "extends": [["spectral:oas", "off"]], "rules": { "info-contact": "error" } }',
    "package.json": '{ "type": "commonjs" }',
    "functions/own.js": 'import { help } from "./help"; export default (input) => help(input);',
    "functions/help.js": "export const help = () => [];",
  });
  expect(loaded).toMatchObject({ value: { rulesets: [{ name: ".spectral.yaml" }] } });
  const [ruleset] = "value" in loaded ? loaded.value.rulesets : [];
  const definition = (ruleset?.definition ?? {}) as Record<string, unknown>;
  const extended = definition["extends"] as Record<string, object>[];
  expect(extended.map(({ rules }) => Object.keys(rules ?? {}))).toEqual([["p"], ["b"], ["info-contact"]]);
  expect(definition["rules"]).toMatchObject({ r: { then: { function: expect.any(Function) } } });
});

test("rulesets for other kinds of documents extend one, and bring nothing", async () => {
  const text = "extends: [[spectral:oas, all], [spectral:asyncapi, all]]\nrules: { asyncapi-tags: 'off' }\n";
  expect(await problemsOf({ "a.yaml": text })).toEqual([]);
});

test("what is wrong is told with its place and what to do", async () => {
  expect(await problemsOf({ "a.yaml": rule("{ function: nothing }") })).toEqual([
    "a.yaml:4 The function `nothing` does not exist. List your own functions under `functions`.",
    expect.stringMatching(/^a\.yaml:4 The ruleset cannot be run\. `rules\.r\.then\.function`: /),
  ]);
  expect(await problemsOf({ "a.yaml": "extends: spectral:openapi\n" })).toEqual([
    "a.yaml:1 The ruleset `spectral:openapi` does not exist. The one for OpenAPI is `spectral:oas`.",
  ]);
  expect(await problemsOf({ "a.yaml": `formats: [oas3, oas9]\n${rule("{ function: truthy }")}` })).toEqual([
    "a.yaml:1 The format `oas9` does not exist. Use a format such as `oas3` or `oas3.1`.",
    expect.stringContaining("a.yaml:1 The ruleset cannot be run. `formats.1`"),
  ]);
  expect(await problemsOf({ "a.yaml": `${rule("{ function: truthy }")}    severity: loud\n` })).toEqual([
    expect.stringMatching(/^a\.yaml:5 The ruleset cannot be run\. `rules\.r\.severity`: /),
  ]);
  expect(await problemsOf({ "a.yaml": "extends: spectral:oas\nrules: { no-such-rule: error }\n" })).toEqual([
    'a.yaml The ruleset cannot be run. Cannot extend non-existing rule: "no-such-rule".',
  ]);
  expect(await problemsOf({ "a.yaml": "extends: ./b.yaml\n", "b.yaml": "extends: [./a.yaml]\n" })).toEqual([
    "./a.yaml `./a.yaml` extends itself, by way of others or not.",
  ]);
  expect(await problemsOf({ "a.yaml": "extends: ./none.yaml\n" })).toEqual([
    "./none.yaml The ruleset `./none.yaml` cannot be read. The file does not exist.",
  ]);
  expect(await problemsOf({ "a.mjs": "export default {\n  rules: nothing,\n};\n" })).toEqual([
    "a.mjs The ruleset `a.mjs` failed while it was loaded: nothing is not defined (line 2).",
  ]);
  expect(await problemsOf({ "a.yaml": "rules: [\n" })).toEqual([expect.stringMatching(/^a\.yaml:2 This is not YAML/)]);
});

test("the web is asked where that is allowed, and for data only", async () => {
  const url = "https://example.com/rules/a.yaml";
  const host = memoryHost({
    cwd: "/w",
    today: "2026-01-01",
    files: {},
    urls: {
      [url]: "extends: [spectral:oas, ./b.yaml]",
      "https://example.com/rules/b.yaml": rule("{ function: truthy }"),
    },
  });
  const allowRemote = ["https://example.com/rules/"];
  expect(await loadRulesets([url], host)).toMatchObject({
    problems: [{ message: expect.stringContaining("not on the list of remote files") }],
  });
  expect(await loadRulesets([url], host, { allowRemote })).toMatchObject({ value: { rulesets: [{ source: url }] } });
  expect(await loadRulesets(["https://example.com/rules/a.js"], host, { allowRemote })).toMatchObject({
    problems: [{ message: expect.stringContaining("code from the web") }],
  });
});
