import type { NoticeDays } from "../base/notice.ts";
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
  /** Days between the announcement of a deprecation and the sunset, where both are known; by stability level where they differ. */
  readonly noticeDays: NoticeDays;
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
  /** Which extended configuration an option comes from, as people know its file; nothing of options that come from none. */
  readonly origins?: PolicyOrigins;
}

/** Files by the options that they settle. */
export type PolicyOrigins = Partial<Readonly<Record<keyof PolicyOptions, string>>>;

/** What is one value each. */
type PolicyOptions = Omit<Policy, "overrides" | "origins">;

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
  /** The extended configuration that says so, as people know its file; undefined where the configuration itself does. */
  readonly from?: string | undefined;
}

/** An option that an extended configuration settles. */
export interface ExtendedSetting {
  /** Its key in `policy`. */
  readonly option: string;
  /** The file, as people know it. */
  readonly file: string;
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

/** What extended configurations settle otherwise than by default, in the order of the options. */
export function extendedSettings(policy: Policy): readonly ExtendedSetting[] {
  const options = Object.keys(DEFAULT_POLICY) as (keyof typeof DEFAULT_POLICY)[];
  return options.flatMap((option) => {
    const file = option === "overrides" || option === "origins" ? undefined : policy.origins?.[option];
    const isDefault = JSON.stringify(policy[option]) === JSON.stringify(DEFAULT_POLICY[option]);
    return file === undefined || isDefault ? [] : [{ option, file }];
  });
}

/** A policy with what a run asks for in place of what is configured. */
export function withCompatibility(policy: Policy, asked: Compatibility | undefined): Policy {
  if (asked === undefined) return policy;
  const { compatibility: _, ...origins } = policy.origins ?? {};
  return { ...policy, compatibility: asked, origins };
}

/** A finding accepted on a date, with who answers for it and until when. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly expires: string;
}
