import { describe, expect, it } from "vitest";
import { defineDiffCheck, operationName } from "../kit/index.ts";
import { type Case, parseCases } from "./cases.ts";
import { judgeCase, mismatches } from "./judge.ts";
import { REMOVED } from "./sample-rules.ts";
import { valueIn } from "./value-in.ts";

const rule = defineDiffCheck({
  ...REMOVED,
  messages: { gone: "{operation} is gone." },
  *run({ ref }, hit) {
    const witness = { trial: { kind: "lost", ref }, reason: "" } as const;
    yield hit("gone", { operation: operationName(ref) }, { base: ref.at, witness });
  },
});

const catalogue = { diff: [rule], lint: [], pact: [], presets: {} };
const gone = { base: { "get /a": {}, "get /b": {} }, head: { "get /a": {} } };

async function faults(given: Pick<Case, "base" | "head" | "expect">): Promise<string[]> {
  const each = { name: "given", ...given };
  return mismatches(each, rule.id, await judgeCase(each, catalogue));
}

describe("a case", () => {
  it.each([
    {},
    { says: "GET /b is gone" },
    { data: { operation: "GET /b" } },
    { subject: "/paths/~1b/get" },
    { operations: ["GET /b"], impact: "major" as const },
    { witness: { refusedBy: "head", value: { method: "GET", url: "/b" } } },
  ])("holds where a finding is %j", async (expectation) => {
    expect(await faults({ ...gone, expect: [expectation] })).toEqual([]);
  });

  it.each([
    { says: "GET /a" },
    { data: { operation: "GET /a" } },
    { subject: "/paths/~1b" },
    { operations: [] },
    { impact: "minor" as const },
    { witness: { value: { method: "PUT" } } },
    { witness: { refusedBy: "base" } },
  ])("fails where a finding should be %j", async (expectation) => {
    expect(await faults({ ...gone, expect: [expectation] })).toHaveLength(2);
  });

  it("fails where there is a finding that nobody expects", async () => {
    expect(await faults({ ...gone, expect: [] })).toEqual([expect.stringMatching(/not expected.*GET \/b/)]);
  });

  it("fails where two are expected and one is found", async () => {
    expect(await faults({ ...gone, expect: [{}, {}] })).toEqual([expect.stringMatching(/nothing found/)]);
  });

  it.each([{ also: ["diff/other"] }, { expect: [], also: ["diff/operation-removed"] }])(
    "fails where other rules do not fire as it says: %j",
    async (given) => {
      expect(await faults({ ...gone, expect: [{}], ...given })).not.toEqual([]);
    },
  );

  it("fails where another rule fires, and it does not say so", async () => {
    const each = { name: "given", ...gone, expect: [] };
    const outcome = await judgeCase(each, catalogue);
    expect(mismatches(each, "diff/other", outcome)).toEqual([
      expect.stringMatching(/diff\/operation-removed fires too/),
    ]);
    expect(mismatches({ ...each, also: ["diff/operation-removed"] }, "diff/other", outcome)).toEqual([]);
  });

  it("fails where a fragment is defective", async () => {
    const base = { "get /a": { responses: { 200: { $ref: "#/nowhere" } } } };
    expect(await faults({ base, head: base, expect: [] })).toEqual([expect.stringMatching(/problem/)]);
  });
});

describe("a case file", () => {
  it.each([
    ["- { name: a, base: {}, head: {}, expect: [], expects: [] }", /expects/],
    ["- { name: a, base: {}, head: {}, expect: [{ message: x }] }", /message/],
    ["- { name: a, base: {}, expect: [] }", /head/],
    ["- { name: a, docs: worse, base: {}, head: {}, expect: [] }", /docs/],
    ["- { name: a, base: {}, head: {}, expect: [] }\n- { name: a, base: {}, head: {}, expect: [] }", /twice/],
    ["- { name: a, name: b, base: {}, head: {}, expect: [] }", /twice/],
    ["- { name: a", /YAML/],
  ])("is refused: %s", (text, reason) => {
    expect(() => valueIn(parseCases(text, "a.cases.yaml"))).toThrow(reason);
  });
});
