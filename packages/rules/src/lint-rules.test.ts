import { isUnfilled, judgeLintCase, type LintCase, lintMismatches, patternOf } from "@concordat/engine/testing";
import { describe, expect, it } from "vitest";
import { readLintRuleCases } from "../../../scripts/case-files.ts";
import { catalogue } from "./index.ts";

/*
 * What holds for each lint rule and its cases, rule by rule: `vitest -t lint/auth-https-only` judges no others.
 */

type Findings = Awaited<ReturnType<typeof judgeLintCase>>;

/** What all rules say of a case, judged when a test first asks. */
const judgements = new Map<LintCase, Promise<Findings>>();

function judged(each: LintCase): Promise<Findings> {
  const findings = judgements.get(each) ?? judgeLintCase(each, catalogue.lint);
  judgements.set(each, findings);
  return findings;
}

describe.each(readLintRuleCases())("$rule.id", ({ rule, cases }) => {
  it.each(cases)("$name", async (each) => {
    expect(lintMismatches(each, rule.id, await judgeLintCase(each, [rule]))).toEqual([]);
  });

  it("has cases that fire and cases that stay silent, and one of each in the docs", () => {
    const fires = ({ expect: expected }: LintCase) => expected.length > 0;
    const marked = (docs: LintCase["docs"]) => cases.filter((each) => each.docs === docs).map(fires);
    expect({ firing: cases.some(fires), silent: !cases.every(fires) }).toEqual({ firing: true, silent: true });
    expect({ bad: marked("bad"), good: marked("good") }).toEqual({ bad: [true], good: [false] });
  });

  it("has cases that make it say each of its messages", async () => {
    const findings = (await Promise.all(cases.map(judged))).flat();
    const said = findings.filter((finding) => finding.rule === rule.id).map(({ message }) => message);
    const unsaid = Object.values(rule.messages).filter(
      (template) => !said.some((message) => patternOf(template).test(message)),
    );
    expect(unsaid).toEqual([]);
  });

  it("has cases whose messages are all filled from their data, and of which no rule fails", async () => {
    const findings = (await Promise.all(cases.map(judged))).flat();
    const odd = findings.filter((finding) => isUnfilled(finding.message) || finding.rule === "lint/rule-crashed");
    expect(odd.map((finding) => `${finding.rule} ${finding.message}`)).toEqual([]);
  });
});
