import type { Outcome } from "../outcome.ts";
import { counts } from "../policy/verdict.ts";
import { escapeXml } from "./escape.ts";
import { outcomesOf, type Reporter } from "./report.ts";
import { compatibilityText, placeText, reachText, sortByWeight, witnessText } from "./texts.ts";

/** JUnit XML for build servers: a suite for each contract, a failure for each finding that counts, and one case for the verdict. */
export const renderJunit: Reporter = (input) => {
  const suites = outcomesOf(input).map(suiteOf);
  const total = (key: "tests" | "failures") => suites.reduce((sum, suite) => sum + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="concordat" tests="${total("tests")}" failures="${total("failures")}">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suiteOf(outcome: Outcome): Suite {
  const { verdict, rulings, problems } = outcome;
  const name = outcome.contract ?? outcome.head.source;
  const failing = sortByWeight(rulings.filter((ruling) => counts(ruling, "error", verdict.declaredBump)));
  const cases = [
    ...problems
      .filter(({ severity }) => severity === "error")
      .map(({ code, message, file, line }) =>
        caseOf(`problem/${code}`, [file, line].filter(Boolean).join(":"), message, message),
      ),
    ...failing.map((ruling) => {
      const details = [
        ruling.subject,
        placeText(ruling),
        ruling.operations.length > 0 ? `Reaches ${reachText(ruling.operations)}` : "",
        witnessText(ruling) && `Witness: ${witnessText(ruling)}`,
      ];
      return caseOf(ruling.rule, ruling.subject, ruling.message, details.filter(Boolean).join("\n"));
    }),
  ];
  const summary = `required bump ${verdict.requiredBump}, declared ${verdict.declaredBump}${compatibilityText(outcome)}`;
  const verdictCase = verdict.pass
    ? `    <testcase classname="${escapeXml(name)}" name="verdict"/>`
    : caseOf("verdict", name, summary, summary);
  const all = [verdictCase, ...cases];
  const failures = cases.length + (verdict.pass ? 0 : 1);
  const xml = [
    `  <testsuite name="${escapeXml(name)}" tests="${all.length}" failures="${failures}" errors="0" skipped="0">`,
    ...all,
    "  </testsuite>",
  ].join("\n");
  return { tests: all.length, failures, xml };
}

function caseOf(classname: string, name: string, message: string, details: string): string {
  return [
    `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}">`,
    `      <failure message="${escapeXml(message)}">${escapeXml(details)}</failure>`,
    "    </testcase>",
  ].join("\n");
}
