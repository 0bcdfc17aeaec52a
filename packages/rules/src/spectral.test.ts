import { judgeLintCase } from "@concordat/engine/testing";
import { judgeLintCaseBySpectral, type Said } from "@concordat/engine/testing/internal";
import { describe, expect, it } from "vitest";
import { readLintRuleCases } from "../../../scripts/case-files.ts";
import { catalogue } from "./index.ts";
import ruleset from "./spectral.ts";

/** Rules that rest on validators; Spectral has its own for those. */
const rules = catalogue.lint.filter(({ needs }) => needs === undefined);
const withCases = readLintRuleCases().filter(({ cases }) => cases.length > 0);

describe("the ruleset of Spectral", () => {
  it("has all rules that need no validator", () => {
    expect(Object.keys(ruleset.rules)).toEqual(rules.map(({ id }) => id));
  });

  it("finds something in most of the cases", async () => {
    const found = await Promise.all(withCases.map(async ({ cases: [first] }) => first && saysBySpectral(first)));
    expect(found.filter((said) => said && said.length > 0).length).toBeGreaterThan(withCases.length / 2);
  });
});

describe.each(withCases)(
  "every rule finds the same by itself and run by Spectral's core, in cases of $rule.id",
  (those) => {
    it.each(those.cases)("$name", async (each) => {
      expect(await saysBySpectral(each)).toEqual(await saysByItself(each));
    });
  },
);

type Case = (typeof withCases)[number]["cases"][number];

async function saysBySpectral(each: Case): Promise<string[]> {
  return inOrder(await judgeLintCaseBySpectral(each, rules));
}

async function saysByItself(each: Case): Promise<string[]> {
  const findings = await judgeLintCase(each, rules);
  return inOrder(
    findings.map(({ rule, message, severity, at }) => ({ rule, message, severity, pointer: at.head?.pointer ?? "" })),
  );
}

/** What is said, each once: of two places that are one to Spectral it tells one. */
function inOrder(said: readonly Said[]): string[] {
  const lines = said.map(({ rule, message, severity, pointer }) => `${severity} ${rule} ${pointer}: ${message}`);
  return [...new Set(lines)].sort();
}
