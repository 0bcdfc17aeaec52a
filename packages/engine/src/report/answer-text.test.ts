import { expect, test } from "vitest";
import type { Outcome } from "../outcome.ts";
import { answerText } from "./answer-text.ts";

const finding = (text: string) => {
  const [rule, severity, impact, audience, standing = "open", proof = "rule"] = text.split(" ");
  return { rule, severity, impact, audience, standing, proof };
};
const BREAK = "diff/x error major wire";
const ADDITION = "diff/x info minor wire";

function answer(findings: readonly string[], declaredBump: string, requiredBump: string, more: object = {}): string {
  const side = (version: string) => ({ source: "a.yaml", version, openapi: "3.1.0" });
  const outcome = {
    against: "base",
    base: side("1.0.0"),
    head: side(declaredBump === "none" ? "1.0.0" : "1.5.0"),
    verdict: { pass: true, declaredBump, requiredBump, because: [] },
    rulings: findings.map(finding),
    problems: [],
    sections: {},
    ...more,
  };
  return answerText(outcome as unknown as Outcome);
}

test.each([
  [
    "a break that the version does not cover",
    [BREAK, ADDITION],
    "minor",
    "major",
    { next: "2.0.0" },
    "1 breaking change; needs 2.0.0, declares 1.5.0",
  ],
  [
    "a version that stays",
    [BREAK, BREAK],
    "none",
    "major",
    { next: "2.0.0" },
    "2 breaking changes; needs 2.0.0, still declares 1.0.0",
  ],
  [
    "a style in which nobody knows the next version",
    [BREAK],
    "none",
    "major",
    {},
    "1 breaking change; needs a major bump, still declares 1.0.0",
  ],
  [
    "breaks whose rules are off",
    [],
    "none",
    "none",
    { sections: { turnedOff: 2 } },
    "No open breaking changes, 2 turned off",
  ],
  ["a break that is covered", [BREAK], "major", "major", {}, "1 breaking change; 1.5.0 covers it"],
  [
    "one that is not known to break",
    [`${BREAK} open undecided`],
    "major",
    "major",
    {},
    "1 breaking change (1 undecided); 1.5.0 covers it",
  ],
  ["additions alone", [ADDITION], "minor", "minor", {}, "No breaking changes; 1.5.0 covers the changes"],
  ["no change", [], "none", "none", {}, "No change that concerns consumers"],
  [
    "old lint findings alone",
    ["lint/x error none wire baselined"],
    "none",
    "none",
    {},
    "No change that concerns consumers",
  ],
  ["an accepted break", [`${BREAK} baselined`], "none", "none", {}, "No open breaking changes, 1 accepted"],
  [
    "a break that no known consumer meets",
    [`${BREAK} unused`],
    "none",
    "major",
    { next: "2.0.0" },
    "No open breaking changes, 1 that passes; needs 2.0.0, still declares 1.0.0",
  ],
  [
    "a break of generated code",
    ["diff/x warn major client"],
    "none",
    "none",
    {},
    "No breaking changes, 1 break of generated clients",
  ],
  [
    "lint beside a break",
    [BREAK, "lint/x error none wire", "lint/y warn none wire"],
    "major",
    "major",
    {},
    "1 breaking change, 1 lint error, 1 lint warning; 1.5.0 covers it",
  ],
  [
    "an error that no version covers",
    ["diff/x error none wire"],
    "none",
    "none",
    {},
    "No breaking changes, 1 error that no version covers",
  ],
  [
    "a fault of the description",
    [],
    "none",
    "none",
    { problems: [{ severity: "error" }, { severity: "warn" }] },
    "No change that concerns consumers, 1 new problem in the description",
  ],
  [
    "a contract that is new",
    ["lint/x error none wire"],
    "none",
    "none",
    { against: "new", base: null },
    "New contract, 1 lint error; there is nothing to compare it with",
  ],
  [
    "a description by itself",
    ["lint/x error none wire", "acme/y info none wire"],
    "none",
    "none",
    { against: "alone" },
    "1 error, 1 note",
  ],
  ["one with no findings", [], "none", "none", { against: "alone", base: null }, "No findings"],
  [
    "another direction",
    [BREAK],
    "major",
    "major",
    { compatibility: "full" },
    "1 breaking change; 1.5.0 covers it (compatibility: full)",
  ],
])("%s", (_, findings, declared, required, more, text) =>
  expect(answer(findings, declared, required, more)).toBe(text),
);
