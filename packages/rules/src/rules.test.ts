import { judgeCase, judgeLintCase, lintMismatches, mismatches } from "@concordat/engine/testing";
import { describe, expect, it } from "vitest";
import { readLintRuleCases, readRuleCases } from "../../../scripts/case-files.ts";
import { catalogue } from "./index.ts";

/** Every case of every rule; what is to be said of a rule is data beside it. */
const withCases = readRuleCases().filter(({ cases }) => cases.length > 0);

describe.each(withCases)("$rule.id", ({ rule, cases }) => {
  it.each(cases)("$name", async (each) => {
    expect(mismatches(each, rule.id, await judgeCase(each, catalogue))).toEqual([]);
  });
});

const lintWithCases = readLintRuleCases().filter(({ cases }) => cases.length > 0);

describe.each(lintWithCases)("$rule.id", ({ rule, cases }) => {
  it.each(cases)("$name", async (each) => {
    expect(lintMismatches(each, rule.id, await judgeLintCase(each, [rule]))).toEqual([]);
  });
});
