import { join } from "node:path";
import type { LintRule } from "@concordat/engine/kit";
import { judgeLintCase, type LintCase } from "@concordat/engine/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { readLintRuleCases } from "../../../scripts/case-files.ts";
import { caseFileNames, ruleNames } from "../../../scripts/gen-catalogue.ts";
import { catalogue } from "./index.ts";

type Findings = Awaited<ReturnType<typeof judgeLintCase>>;

/** A case as one more description that all rules judge. */
interface Fixture {
  readonly rule: string;
  readonly case: LintCase;
  readonly findings: Findings;
}

const withCases = readLintRuleCases();
const rules = new Map(catalogue.lint.map((rule) => [rule.id, rule]));
const fixtures: Fixture[] = [];

beforeAll(async () => {
  for (const { rule, cases } of withCases)
    for (const each of cases)
      fixtures.push({ rule: rule.id, case: each, findings: await judgeLintCase(each, catalogue.lint) });
}, 120_000);

describe("the lint catalogue", () => {
  it("has at least 75 rules, each named as its file", async () => {
    const names = ruleNames("lint");
    const ids = await Promise.all(
      names.map(async (name) => {
        const module = (await import(join(import.meta.dirname, "lint", `${name}.ts`))) as { default: LintRule };
        return module.default.id;
      }),
    );
    expect(ids).toEqual(names.map((name) => `lint/${name}`));
    expect(catalogue.lint.map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBeGreaterThanOrEqual(75);
  });
});

describe("the cases of lint rules", () => {
  it("belong to a rule each", () => {
    expect(caseFileNames("lint").filter((name) => !rules.has(`lint/${name}`))).toEqual([]);
  });

  it.each(withCases)("of $rule.id show it firing and silent, one of each in the docs", ({ cases }) => {
    const fires = ({ expect: expected }: LintCase) => expected.length > 0;
    const marked = (docs: LintCase["docs"]) => cases.filter((each) => each.docs === docs).map(fires);
    expect({ firing: cases.some(fires), silent: cases.some((each) => !fires(each)) }).toEqual({
      firing: true,
      silent: true,
    });
    expect({ bad: marked("bad"), good: marked("good") }).toEqual({ bad: [true], good: [false] });
  });

  it.each(withCases)("of $rule.id make it say each of its messages", ({ rule, cases }) => {
    const said = fixtures
      .filter((fixture) => cases.includes(fixture.case))
      .flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule.id).map(({ message }) => message));
    const unsaid = Object.entries(rule.messages).filter(
      ([, template]) => !said.some((message) => patternOf(template).test(message)),
    );
    expect(unsaid).toEqual([]);
  });

  it("fill every message from its data", () => {
    const gaps = fixtures
      .flatMap(({ findings }) => findings)
      .filter(({ message }) => /–|undefined|\s\s|\s[.,]|\[object/.test(message));
    expect(gaps.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  it("make no rule fail, whichever rule they were written for", () => {
    const failed = fixtures.flatMap(({ rule, case: each, findings }) =>
      findings
        .filter((finding) => finding.rule === "lint/rule-crashed")
        .map(({ message }) => `${rule}, ${each.name}: ${message}`),
    );
    expect(failed).toEqual([]);
  });
});

function patternOf(template: string): RegExp {
  const text = template.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\\\{\w+\\\}/g, ".*");
  return new RegExp(`^${text}$`, "s");
}
