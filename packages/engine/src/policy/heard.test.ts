import { expect, test } from "vitest";
import type { Severity } from "../finding/finding.ts";
import { DEFAULT_POLICY, type Override } from "./policy.ts";
import { isHeard } from "./ruling.ts";

const cases: readonly [string, Severity | undefined, readonly Override[], boolean][] = [
  ["nothing is set", undefined, [], true],
  ["its preset turns it off", "off", [], false],
  ["a setting turns it on again", "off", [{ rules: ["lint/*"], severity: "info" }], true],
  ["a setting turns it off", undefined, [{ rules: ["lint/a"], severity: "off" }], false],
  [
    "the last setting counts",
    undefined,
    [
      { rules: ["lint/*"], severity: "off" },
      { rules: ["lint/a"], severity: "warn" },
    ],
    true,
  ],
  ["a setting for other rules", undefined, [{ rules: ["diff/*"], severity: "off" }], true],
  ["it is off for some paths alone", undefined, [{ rules: ["lint/a"], paths: ["/x"], severity: "off" }], true],
  ["it is on for some paths alone", "off", [{ rules: ["lint/a"], paths: ["/x"], severity: "warn" }], true],
  ["a setting that says nothing of severity", "off", [{ rules: ["lint/a"], impact: "none" }], false],
];

test.each(cases)("a rule is heard or not where %s", (_, preset, overrides, expected) => {
  const severities = new Map(preset === undefined ? [] : [["lint/a", preset] as const]);
  expect(isHeard({ id: "lint/a", severity: "warn" }, severities, { ...DEFAULT_POLICY, overrides })).toBe(expected);
});
