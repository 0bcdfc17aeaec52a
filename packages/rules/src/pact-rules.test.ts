import { isUnfilled, judgePactCase, type PactCase, pactMismatches, patternOf } from "@concordat/engine/testing";
import { describe, expect, it } from "vitest";
import { readPactRuleCases } from "../../../scripts/case-files.ts";
import { catalogue } from "./index.ts";

/*
 * What holds for each rule about pacts and its cases, rule by rule.
 */

describe.each(readPactRuleCases())("$rule.id", ({ rule, cases }) => {
  it.each(cases)("$name", async (each) => {
    expect(pactMismatches(each, rule.id, await judgePactCase(each, catalogue.pact))).toEqual([]);
  });

  it("has cases that fire and cases that stay silent, and one of each at most in the docs", () => {
    const marked = (docs: PactCase["docs"]) => cases.filter((each) => each.docs === docs).map(fires);
    expect({ firing: cases.some(fires), silent: !cases.every(fires) }).toEqual({ firing: true, silent: true });
    expect({ bad: marked("bad"), good: marked("good") }).toEqual({ bad: [true], good: [false] });
  });

  it("has cases that make it say each of its messages, all filled from their data", async () => {
    const findings = (await Promise.all(cases.map((each) => judgePactCase(each, [rule])))).flat();
    const said = findings.map(({ message }) =>
      message.replace(/^`web` \(`[^`]*`\): | It could not be decided: .*$/gs, ""),
    );
    const unsaid = Object.values(rule.messages).filter(
      (template) => !said.some((message) => patternOf(template).test(message)),
    );
    expect({ unsaid, unfilled: said.filter(isUnfilled) }).toEqual({ unsaid: [], unfilled: [] });
  });
});

function fires({ expect: expectations }: PactCase): boolean {
  return expectations.length > 0;
}
