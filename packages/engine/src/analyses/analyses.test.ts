import { describe, expect, test } from "vitest";
import { fingerprintOfFinding } from "../finding/fingerprint.ts";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LINT_OPTIONS } from "../kit/lint-options.ts";
import { defineLintRule } from "../kit/lint-rule.ts";
import { defineDiffCheck } from "../kit/rule.ts";
import { type Description, loadDescription } from "../load/description.ts";
import { REMOVED, TITLED } from "../testing/sample-rules.ts";
import { valueIn } from "../testing/value-in.ts";
import type { AnalysisContext } from "./analysis.ts";
import { ANALYSES, analyse, CHECKS, comparesBase, rulesOf } from "./index.ts";
import type { Rules } from "./rules.ts";

/* Which analyses run, on what evidence, and what comes of them. */

const gone = defineDiffCheck({
  ...REMOVED,
  messages: { gone: "{path} is gone from {version}." },
  *run({ ref }, hit) {
    yield hit("gone", { path: ref.path }, { base: ref.at, besides: { version: ref.at.document.dialect } });
  },
});
const named = defineLintRule({
  ...TITLED,
  messages: { found: "{title} has {count} operations." },
  *run({ api }, hit) {
    const besides = { count: api.operations.length };
    yield hit("found", { title: api.revision.title ?? "" }, api.root, { besides });
  },
});
const RULES: Rules = { diff: [gone], lint: [named], pact: [] };

const CONTEXT: AnalysisContext = {
  asOf: "2026-01-01",
  diff: { unknownResponseProperties: "ignore" },
  compatibility: "backward",
  lint: { options: DEFAULT_LINT_OPTIONS, rulesets: undefined },
  isHeard: () => true,
  clock: undefined,
};

async function description(...paths: readonly string[]): Promise<Description> {
  const get = { responses: { 200: { description: "A" } } };
  const dangling = { $ref: "#/components/pathItems/Gone" };
  const items = paths.map((path) => [path, path === "/dangling" ? dangling : { get }]);
  const api = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: Object.fromEntries(items) };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.json": JSON.stringify(api) } });
  return valueIn(await loadDescription("api.json", host));
}

describe("what runs", () => {
  const found = async (checks: typeof CHECKS, hasBase: boolean, isHeard = true) => {
    const base = hasBase ? await description("/a", "/b") : undefined;
    const evidence = { base, head: await description("/a") };
    const { findings } = await analyse(checks, evidence, RULES, { ...CONTEXT, isHeard: () => isHeard });
    return findings.map(({ rule }) => rule);
  };

  test.each([
    [["diff"], true, ["diff/operation-removed"]],
    [["lint"], true, ["lint/titled"]],
    [["lint", "diff"], true, ["diff/operation-removed", "lint/titled"]],
    [["lint", "diff"], false, ["lint/titled"]],
    [["diff"], false, []],
    [[], true, []],
  ] as const)("of %j where base is there: %j", async (checks, hasBase, rules) => {
    expect(await found(checks, hasBase)).toEqual(rules);
  });

  test("is no lint rule that the policy lets say nothing", async () => {
    expect(await found(["lint"], true, false)).toEqual([]);
  });
});

describe("what analyses come to", () => {
  test("has the defects that each met, with the side they are on", async () => {
    const evidence = { base: await description("/dangling"), head: await description("/a") };
    const sides = async (checks: typeof CHECKS) =>
      (await analyse(checks, evidence, RULES, CONTEXT)).problems.map(({ side, code }) => `${side} ${code}`);
    expect(await sides(["diff"])).toEqual(["base reference-unresolved"]);
    expect(await sides(["lint"])).toEqual(["base reference-unresolved"]);
  });

  test("has the facts of all", async () => {
    const evidence = { base: await description("/a"), head: await description("/a", "/b") };
    const { facts } = await analyse(CHECKS, evidence, RULES, CONTEXT);
    expect(facts.revisions?.base?.operations).toHaveLength(1);
    expect(facts.revisions?.head.operations).toHaveLength(2);
    expect(facts.linted).toMatchObject({ rules: [named], operations: 2, inBase: [{ rule: "lint/titled" }] });
  });
});

test("what a message tells besides the data is no part of what a finding is", async () => {
  const findingsOf = async (...paths: readonly string[]) => {
    const evidence = { base: await description("/a", "/b", "/c"), head: await description(...paths) };
    return (await analyse(CHECKS, evidence, RULES, CONTEXT)).findings;
  };
  const [one = [], two = []] = [await findingsOf("/a"), await findingsOf("/a", "/b")];
  expect(one.map(({ message }) => message)).toEqual([
    "/b is gone from openapi-3.1.",
    "/c is gone from openapi-3.1.",
    "T has 1 operations.",
  ]);
  expect(two.map(({ message }) => message)).toEqual(["/c is gone from openapi-3.1.", "T has 2 operations."]);
  expect(two.map(fingerprintOfFinding)).toEqual(one.slice(1).map(fingerprintOfFinding));
  expect([...one, ...two].flatMap(({ data }) => Object.keys(data))).toEqual(["path", "path", "title", "path", "title"]);
});

test.each([
  [["diff"], true],
  [["lint"], false],
  [["lint", "diff"], true],
  [[], false],
] as const)("whether %j sets head against base: %j", (checks, expected) => {
  expect(comparesBase(checks)).toBe(expected);
});

test("the rules of all analyses, by their ids, have the names of their analyses in front", () => {
  expect([...rulesOf(RULES)]).toEqual([
    [gone.id, gone],
    [named.id, named],
  ]);
  expect(CHECKS).toEqual(ANALYSES.map(({ name }) => name));
});
