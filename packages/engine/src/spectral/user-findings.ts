import type { Timing } from "../base/timing.ts";
import { aboutPlace } from "../finding/about.ts";
import type { RawFinding } from "../finding/finding.ts";
import { inOrder } from "../finding/order.ts";
import type { Description } from "../load/description.ts";
import { toLocation } from "../source/location.ts";
import type { LoadedRulesets } from "./ruleset.ts";
import { runUserRules } from "./user-rules.ts";

const SEVERITIES = { error: "error", warn: "warn", info: "info", hint: "info" } as const;

/** What the rules of the team's own rulesets find, as findings of rules called `spectral/<code>`. */
export async function userFindings(
  description: Description,
  rulesets: LoadedRulesets,
  clock: (() => number) | undefined,
): Promise<{ readonly findings: readonly RawFinding[]; readonly timings: readonly Timing[] }> {
  const { findings, timings } = await runUserRules(description, rulesets, clock);
  const theirs = findings.map(
    ({ code, message, severity, at }): RawFinding => ({
      rule: `spectral/${code}`,
      severity: SEVERITIES[severity],
      impact: "none",
      audience: "docs",
      proof: "rule",
      message,
      data: { message },
      ...aboutPlace(at, description),
      at: { head: toLocation(at) },
      operations: [],
      witness: undefined,
    }),
  );
  return {
    findings: inOrder(theirs),
    timings: timings.map(({ rule, milliseconds }) => ({ rule: `spectral/${rule}`, milliseconds })),
  };
}
