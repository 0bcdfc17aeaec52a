import type { Audience, Compatibility, Impact, Severity } from "../finding/finding.ts";
import type { VersionStyle } from "./versions.ts";

/** What a team has settled; every field has a default. */
export interface Policy {
  readonly preset: string;
  /** Whose consumers must get along with which revision. */
  readonly compatibility: Compatibility;
  /** `major`: only a missing major bump fails. `all`: any shortfall does. */
  readonly requireBump: "major" | "all";
  /** Whose findings count towards the required bump. */
  readonly audiences: readonly Audience[];
  readonly versionStyle: VersionStyle | undefined;
  /** Below 1.0.0 a minor bump may break. */
  readonly initialDevelopment: boolean;
  /** Days between the announcement of a deprecation and the sunset, where both are known. */
  readonly noticeDays: number;
  /** Stability levels that promise nothing. */
  readonly unstable: readonly string[];
  readonly unknownResponseProperties: "ignore" | "refuse";
  /** Enums that may grow: all, none, or those whose subjects match a glob. */
  readonly extensibleEnums: boolean | readonly string[];
  /** `deployment`: where the API answers is no part of the contract. */
  readonly servers: "contract" | "deployment";
  readonly undecided: "breaking" | "warning";
  /** What becomes of a break that hurts no known consumer: it fails a run like any other, or passes. The bump stays. */
  readonly unusedBreaks: "fail" | "pass";
  /** Changes of dials, the last that matches a dial winning. */
  readonly overrides: readonly Override[];
}

/** A change of the dials of some rules, for some places. */
export interface Override {
  /** Rule ids, or globs of them. */
  readonly rules: readonly string[];
  /** Globs of contract names, of paths of operations; all where absent. */
  readonly contracts?: readonly string[];
  readonly paths?: readonly string[];
  readonly severity?: Severity;
  readonly impact?: Impact;
  readonly audience?: Audience;
}

export const DEFAULT_POLICY: Policy = {
  preset: "recommended",
  compatibility: "backward",
  requireBump: "major",
  audiences: ["wire"],
  versionStyle: undefined,
  initialDevelopment: false,
  noticeDays: 0,
  unstable: ["draft", "alpha"],
  unknownResponseProperties: "ignore",
  extensibleEnums: false,
  servers: "contract",
  undecided: "breaking",
  unusedBreaks: "fail",
  overrides: [],
};

/** A policy with what a run asks for in place of what is configured. */
export function withCompatibility(policy: Policy, asked: Compatibility | undefined): Policy {
  return asked === undefined ? policy : { ...policy, compatibility: asked };
}

/** A finding accepted on a date, with who answers for it and until when. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly expires: string;
}
