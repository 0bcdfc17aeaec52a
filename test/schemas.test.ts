import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { compareBatch, compareFiles } from "../packages/cli/src/commands/schema/files.ts";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import {
  type CheckOutcome,
  DEFAULT_LOAD,
  failed,
  governCheck,
  nodeHost,
  readConfig,
  rulesOf,
} from "../packages/engine/src/index.ts";
import type { ReportInput } from "../packages/engine/src/report/index.ts";
import { parseText } from "../packages/engine/src/source/parse.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { judgePair, render, TODAY } from "./support/judging.ts";
import { ROOT } from "./support/paths.ts";
import { errorsOf, published } from "./support/published.ts";
import { type Element, parseXml } from "./support/xml.ts";

/*
 * What the command line writes, held against the published JSON Schemas and against the forms that other tools read.
 * The published schemas of answers leave objects open; here they are closed, so that no field goes without a word.
 */

const ids = [...rulesOf(catalogue).keys()];
const host = nodeHost(ROOT);

function yaml(path: string): unknown {
  return parseText({ name: path, uri: path, text: readFileSync(join(ROOT, path), "utf8") }).data;
}

async function checkSamples(): Promise<CheckOutcome> {
  const config = valueIn(await readConfig(host, undefined, ids));
  return valueIn(await governCheck({ config, contracts: [], asOf: TODAY, load: DEFAULT_LOAD }, catalogue, host));
}

/** What reports are made from: the sample contracts, a pair that breaks, and one with defects. */
async function inputs(): Promise<readonly ReportInput[]> {
  const pairs = [
    ["bench/small/base.yaml", "bench/small/broken.yaml"],
    ["bench/small/base.yaml", "bench/small/grown.yaml"],
    ["bench/small/base.yaml", "test/support/defective.yaml"],
  ] as const;
  const outcomes = await Promise.all(pairs.map(([base, head]) => judgePair(ROOT, base, head)));
  return [
    { kind: "check", outcome: await checkSamples() },
    ...outcomes.map((outcome): ReportInput => ({ kind: "diff", outcome })),
  ];
}

const all = await inputs();

test("the inputs show findings of every proof, baselined ones too, and problems", () => {
  const outcomes = all.flatMap((input) => (input.kind === "check" ? input.outcome.contracts : [input.outcome]));
  expect(new Set(outcomes.flatMap(({ rulings }) => rulings.map(({ proof }) => proof)))).toEqual(
    new Set(["witness", "rule", "undecided"]),
  );
  expect(outcomes.flatMap(({ rulings }) => rulings.map(({ standing }) => standing))).toContain("baselined");
  expect(outcomes.flatMap(({ problems }) => problems.map(({ severity }) => severity))).toContain("error");
});

describe("the published schemas", () => {
  test.each(all.map((input, i) => ({ i, input, kind: input.kind })))(
    "describe answer $i of $kind in full",
    async ({ input, kind }) => {
      expect(errorsOf(kind, JSON.parse(await render("json", input)))).toEqual([]);
    },
  );

  test("refuse an answer that lacks a field", async () => {
    const [, broken] = all;
    const { verdict, ...rest } = JSON.parse(await render("json", broken as ReportInput));
    expect(verdict).toBeDefined();
    expect(errorsOf("diff", rest)).not.toEqual([]);
  });

  test("describe the answers of `schema` and of its batches", async () => {
    const files = {
      "/wide.json": '{ "type": "string" }',
      "/narrow.json": '{ "type": "string", "maxLength": 3 }',
      "/pairs.jsonl": [
        '{ "id": 1, "base": { "type": "integer" }, "head": { "type": "number" } }',
        '{ "id": "two", "base": true, "head": { "type": "array" }, "dialect": "draft-07" }',
        '{ "id": 3, "base": true }',
        "no JSON",
        '{ "id": 5, "base": { "$ref": "#/nowhere" }, "head": true }',
      ].join("\n"),
    };
    const memory = memoryHost({ cwd: "/", today: TODAY, files });
    const flags = { direction: "both", extras: "declared" } as const;
    const answers: unknown[] = [];
    const write = (line: string) => answers.push(JSON.parse(line));
    const compared = await compareFiles("/wide.json", "/narrow.json", flags, memory);
    if (!("value" in compared)) throw new Error("the schemas cannot be compared");
    expect(compared.value).toMatchObject({ baseWithinHead: "no", pass: false });
    expect(errorsOf("schema", compared.value)).toEqual([]);
    await compareBatch("/pairs.jsonl", flags, memory, write, () => {});
    expect(answers.length).toBe(5);
    for (const answer of answers) expect(errorsOf("schema-batch", answer), JSON.stringify(answer)).toEqual([]);
  });
});

describe("the schemas for editors", () => {
  const compile = (name: string) => new Ajv({ strict: true, allErrors: true }).compile(published(name));

  test("accept the sample configuration and its baseline, as the command line does", () => {
    for (const [name, path] of [
      ["config", "concordat.yaml"],
      ["baseline", "contracts/bookings/baseline.yaml"],
    ] as const) {
      const check = compile(name);
      check(yaml(path));
      expect(check.errors ?? []).toEqual([]);
    }
  });

  test.each([
    { wrong: { contract: [] } },
    { wrong: { contracts: [{ name: "a" }] } },
    { wrong: { contracts: [{ name: "a b", spec: "x.yaml" }] } },
    { wrong: { policy: { noticeDays: -1 } } },
    { wrong: { rules: { "diff/operation-removed": "loud" } } },
    { wrong: { remoteRefs: ["http://example.com/"] } },
    { wrong: { overrides: [{ paths: ["/a"] }] } },
  ])("refuse $wrong, as the command line does", async ({ wrong }) => {
    expect(compile("config")(wrong)).toBe(false);
    const memory = memoryHost({ cwd: "/", today: TODAY, files: { "/concordat.json": JSON.stringify(wrong) } });
    expect(failed(await readConfig(memory, "/concordat.json", ids))).toBe(true);
  });

  test("complete every rule by its id, and let globs of ids pass", () => {
    const { definitions } = published("config");
    expect(Object.keys(definitions.rules.properties)).toEqual(ids);
    expect(
      compile("config")({ rules: { "diff/response-*": "warn", "diff/operation-removed": { impact: "minor" } } }),
    ).toBe(true);
  });
});

describe("SARIF", () => {
  const {
    $schema: _,
    id: __,
    ...schema
  } = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // The schema is of draft-04, and says nothing that draft-07 reads otherwise.
  const check = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    schema,
  );

  test.each(all.map((input, i) => ({ i, input })))(
    "of input $i is valid, and every result has a fingerprint or is a problem",
    async ({ input }) => {
      const log = JSON.parse(await render("sarif", input));
      check(log);
      expect(check.errors ?? []).toEqual([]);
      for (const { tool, results } of log.runs) {
        for (const { ruleId, ruleIndex, partialFingerprints } of results) {
          if (ruleId.startsWith("problem/")) continue;
          expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
          expect(partialFingerprints["concordat/v1"]).toMatch(/^[0-9a-f]{20}$/);
        }
      }
    },
  );
});

describe("JUnit", () => {
  const count = (element: Element, name: string): number =>
    element.children.reduce((sum, child) => sum + count(child, name), element.name === name ? 1 : 0);

  test.each(all.map((input, i) => ({ i, input })))(
    "of input $i is well-formed, and its counts are true",
    async ({ input }) => {
      const suites = parseXml(await render("junit", input));
      expect(suites.name).toBe("testsuites");
      for (const part of [suites, ...suites.children]) {
        expect(Number(part.attributes["tests"])).toBe(count(part, "testcase"));
        expect(Number(part.attributes["failures"])).toBe(count(part, "failure"));
      }
      expect(suites.children.map(({ name }) => name)).toEqual(suites.children.map(() => "testsuite"));
      const cases = suites.children.flatMap(({ children }) => children);
      for (const { name, attributes } of cases) {
        expect(name).toBe("testcase");
        expect(attributes).toMatchObject({ classname: expect.any(String), name: expect.any(String) });
      }
    },
  );
});

describe("GitLab code quality", () => {
  const LEVELS = ["info", "minor", "major", "critical", "blocker"];

  test.each(all.map((input, i) => ({ i, input })))(
    "of input $i has what GitLab asks for, each fingerprint once",
    async ({ input }) => {
      const issues = JSON.parse(await render("gitlab", input));
      for (const issue of issues) {
        expect(issue).toEqual({
          description: expect.stringMatching(/./),
          check_name: expect.stringMatching(/^(?:diff|lint|pact|problem)\//),
          fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
          severity: expect.toSatisfy((severity: string) => LEVELS.includes(severity)),
          location: { path: expect.not.stringMatching(/^\//), lines: { begin: expect.any(Number) } },
        });
        expect(issue.location.lines.begin).toBeGreaterThan(0);
      }
      const fingerprints = issues.map((issue: { fingerprint: string }) => issue.fingerprint);
      expect(new Set(fingerprints).size).toBe(fingerprints.length);
    },
  );
});
