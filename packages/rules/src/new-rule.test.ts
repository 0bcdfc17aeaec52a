import {
  judgeCase,
  judgeLintCase,
  lintMismatches,
  mismatches,
  parseCases,
  parseLintCases,
  valueIn,
} from "@concordat/engine/testing";
import { describe, expect, it } from "vitest";
import { ruleStub } from "../../../scripts/rule-stub.ts";
import { catalogue } from "./index.ts";

const existing = catalogue.diff.map(({ id }) => id);

describe("a new rule", () => {
  it.each([
    ["request-body-removed", /not a valid rule name/],
    ["pact/request-body-removed", /not a valid rule name/],
    ["diff/removed", /not a valid rule name/],
    ["diff/Request-Body", /not a valid rule name/],
    ["diff/request--body", /not a valid rule name/],
    ["diff/../escape-here", /not a valid rule name/],
    ["diff/request-body-removed", /already/],
    ["diff/request-body-cleared", /end with one of: added, became-optional/],
  ])("is refused as `%s`", (id, reason) => {
    const stub = ruleStub(id, existing);
    expect("refusal" in stub && stub.refusal).toMatch(reason);
  });

  it("starts with a case that fails until the rule is written, and one that holds", async () => {
    const stub = ruleStub("diff/response-stub-changed", existing);
    if ("refusal" in stub) throw new Error(stub.refusal);
    expect(stub.rule).toContain('id: "diff/response-stub-changed"');
    expect(stub.rule).toContain('direction: "response"');
    const cases = valueIn(parseCases(stub.cases, "stub"));
    const failures = await Promise.all(
      cases.map(async (each) => mismatches(each, "diff/response-stub-changed", await judgeCase(each, catalogue))),
    );
    expect(failures.map((each) => each.length)).toEqual([1, 0]);
  });

  it("about a facet of schemas has cases only: its words are a row of the table", () => {
    const stub = ruleStub("diff/request-stub-narrowed", existing);
    expect("refusal" in stub ? stub.refusal : stub.rule).toBeUndefined();
  });

  it("is heard in `strict` alone until a release has brought it", () => {
    for (const id of ["diff/response-stub-changed", "lint/stub-tried"]) {
      const stub = ruleStub(id, existing);
      expect("refusal" in stub ? "" : stub.rule).toContain('preset: "strict",\n  since: "next",');
    }
  });

  it("of the lint family starts likewise", async () => {
    const stub = ruleStub("lint/stub-tried", existing);
    if ("refusal" in stub) throw new Error(stub.refusal);
    expect(stub.rule).toContain('id: "lint/stub-tried"');
    const cases = valueIn(parseLintCases(stub.cases, "stub"));
    const failures = await Promise.all(
      cases.map(async (each) => lintMismatches(each, "lint/stub-tried", await judgeLintCase(each, []))),
    );
    expect(failures.map((each) => each.length)).toEqual([1, 0]);
  });
});
