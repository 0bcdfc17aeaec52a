import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLintRuleCases } from "../../../scripts/case-files.ts";
import { caseFileNames, ruleNames } from "../../../scripts/gen-catalogue.ts";
import { staleFiles } from "../../../scripts/generated-files.ts";
import { facetRules } from "./facets/facet-rules.ts";
import { catalogue } from "./index.ts";

const facets = facetRules.map(({ id }) => id);

describe.each([
  { family: "diff", rules: catalogue.diff, rows: facets, least: 170 },
  { family: "lint", rules: catalogue.lint, rows: [], least: 75 },
  { family: "pact", rules: catalogue.pact, rows: [], least: 20 },
] as const)("the catalogue of the family $family", ({ family, rules, rows, least }) => {
  const ids = rules.map(({ id }) => id);
  const named = ruleNames(family).map((name) => `${family}/${name}`);

  it("names each rule as its file", async () => {
    const modules = named.map(async (id) => (await import(join(import.meta.dirname, `${id}.ts`))) as Module);
    expect((await Promise.all(modules)).map((module) => module.default.id)).toEqual(named);
  });

  it("lists every rule file and every cell of the facets, by id", () => {
    expect(ids).toEqual([...named, ...rows].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(least);
  });

  it("has a case file for each rule, and none for others", () => {
    expect(caseFileNames(family).map((name) => `${family}/${name}`)).toEqual(ids);
  });
});

it("says of each lint rule with edits, and of no other, what they say", () => {
  const withEdits = readLintRuleCases().filter(({ cases }) =>
    cases.some(({ expect }) => expect.some(({ edits }) => edits !== undefined && Object.keys(edits).length > 0)),
  );
  expect(withEdits.map(({ rule }) => rule.id)).toEqual(
    catalogue.lint.filter(({ fixes }) => fixes !== undefined).map(({ id }) => id),
  );
});

it("has generated files that are up to date", async () => {
  expect(await staleFiles()).toEqual([]);
});

interface Module {
  readonly default: { readonly id: string };
}
