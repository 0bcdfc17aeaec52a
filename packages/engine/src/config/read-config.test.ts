import { describe, expect, test } from "vitest";
import { nearest } from "../base/nearest.ts";
import { failed } from "../base/result.ts";
import { memoryHost } from "../host/memory.ts";
import { valueIn } from "../testing/value-in.ts";
import { type Config, readConfig } from "./read-config.ts";

const IDS = ["diff/operation-removed", "lint/doc-operation"];

function read(text: string, files: Readonly<Record<string, string>> = {}, cwd = "/w") {
  const host = memoryHost({
    cwd,
    today: "2026-01-01",
    files: { "/w/concordat.yaml": text, "/w/a.yaml": "", ...files },
  });
  return readConfig(host, undefined, IDS);
}

describe("what is wrong is said with its line and what to do", () => {
  test.each([
    ["contracts: [{ name: a }]", "1:13 `contracts.0.spec` is missing. Add it."],
    ["colour: red", "1:1 `colour` is not an option here. Remove it, or correct its name."],
    ["policy: { noticeDays: soon }", "1:11 `policy.noticeDays` must be a number or a mapping, and is `soon`."],
    [
      "policy: { noticeDays: { stabel: 90 } }",
      "1:25 `policy.noticeDays.stabel` is not an option here. Did you mean `stable`?",
    ],
    ["policy: { preset: loud }", "1:11 `policy.preset` must be one of `core`, `recommended`, `strict`, and is `loud`."],
    [
      "rules:\n  lint/doc-operations: off",
      "2:3 The rule `lint/doc-operations` does not exist. Did you mean `lint/doc-operation`? Run `concordat rules list` to see all rules.",
    ],
    [
      "contracts:\n  - { name: a, spec: 'b*.yaml' }",
      "2:16 `b*.yaml` matches no file. Correct it, or remove the contract.",
    ],
    [
      "contracts:\n  - { name: a, spec: a.yaml }\n  - { name: a, spec: a.yaml }",
      "1:1 Two contracts are called `a`. Give each a name of its own.",
    ],
    [
      "contracts: [{ name: a, spec: a.yaml }]\noverrides:\n  - { contracts: ['!a*', '!b'], rules: { 'diff/*': 'off' } }",
      "3:26 `!b` excludes no contract: none is called `b`. Correct the name, or remove it.",
    ],
  ])("%j", async (text, said) => {
    const result = await read(text);
    const problems = failed(result) ? result.problems : [];
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([said]);
    expect(problems.map(({ file }) => file)).toEqual(["concordat.yaml"]);
  });
});

describe("what is right is read", () => {
  const cases: readonly [string, string, (config: Config) => unknown, unknown][] = [
    [
      "nothing, and the defaults hold",
      "{}",
      ({ checks, policy }) => [checks.length > 0, policy.preset],
      [true, "recommended"],
    ],
    [
      "a contract of each file that a glob names",
      "contracts: [{ name: all, spec: '*.yaml' }]",
      ({ contracts }) => contracts.map(({ name, spec }) => [name, spec]),
      ["a.yaml", "concordat.yaml"].map((file) => [`all/${file}`, `/w/${file}`]),
    ],
    [
      "a base: a path from here, a commit and an address as they are",
      `contracts: [${["b.yaml", "git:v1:a.yaml", "https://x.example/a.yaml"].map((base, i) => `{ name: c${i}, spec: a.yaml, base: "${base}" }`).join()}]`,
      ({ contracts }) => contracts.map(({ base }) => base),
      ["/w/b.yaml", "git:v1:a.yaml", "https://x.example/a.yaml"],
    ],
    [
      "dials for all, then for places, then for a contract",
      "rules: { diff/*: warn }\noverrides: [{ paths: [/a], rules: { lint/*: { severity: info } } }]\ncontracts: [{ name: a, spec: a.yaml, rules: { diff/operation-removed: 'off' } }]",
      ({ contracts }) => contracts[0]?.policy.overrides,
      [
        { rules: ["diff/*"], severity: "warn" },
        { rules: ["lint/*"], paths: ["/a"], severity: "info" },
        { rules: ["diff/operation-removed"], severity: "off" },
      ],
    ],
    [
      "rules of a team: paths from here, packages by their names",
      "rulePackages: [./own.js, '@acme/rules']\nrules: { lint/acme-anything: warn }",
      ({ rulePackages }) => rulePackages,
      ["/w/own.js", "@acme/rules"],
    ],
    [
      "what becomes of changes, in a word",
      "policyChanges: announce",
      ({ policyChanges }) => policyChanges,
      { policy: "announce", waivers: "announce" },
    ],
  ];
  test.each(cases)("%s", async (_, text, look, expected) => {
    expect(look(valueIn(await read(text)))).toEqual(expected);
  });

  test("where there is no file, as nothing at all", async () => {
    const host = memoryHost({ cwd: "/w", today: "2026-01-01", files: {} });
    expect(valueIn(await readConfig(host, undefined, IDS)).path).toBeUndefined();
  });
});

test("a file that is named and not there is a problem", async () => {
  const host = memoryHost({ cwd: "/w", today: "2026-01-01", files: {} });
  const result = await readConfig(host, "other.yaml", IDS);
  expect(failed(result) && result.problems.map(({ code, file }) => [code, file])).toEqual([
    ["config-missing", "other.yaml"],
  ]);
});

test.each([
  ["/w", "policies/all.yaml"],
  ["/w/services", "../policies/all.yaml"],
])("in %s, what an extended file settles is said to come from %s", async (cwd, from) => {
  const files = {
    "/w/concordat.yaml": "extends: ./policies/all.yaml",
    "/w/policies/all.yaml": "policy: { requireBump: all }\nrules: { diff/*: warn }",
  };
  const host = memoryHost({ cwd, today: "2026-01-01", files });
  const { policy } = valueIn(await readConfig(host, "/w/concordat.yaml", IDS, "/w"));
  expect([policy.overrides[0]?.from, policy.origins?.requireBump]).toEqual([from, from]);
});

test("a path that leaves the workspace is not read", async () => {
  const result = await read("contracts: [{ name: a, spec: ../x.yaml }]", { "/x.yaml": "" });
  expect(failed(result) && result.problems.map(({ code }) => code)).toEqual(["outside-workspace"]);
});

test.each([
  ["lint/doc-operatoin", "lint/doc-operation"],
  ["diff/operation-remove", "diff/operation-removed"],
  ["something/else-entirely", undefined],
])("nearest to %s is %s", (text, expected) => expect(nearest(text, IDS)).toBe(expected));
