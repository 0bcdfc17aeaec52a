import type { RulesetDefinition } from "@stoplight/spectral-core";

/** Rulesets of users, ready to run. */
export interface LoadedRulesets {
  readonly rulesets: readonly LoadedRuleset[];
}

export interface LoadedRuleset {
  /** As the user named it. */
  readonly name: string;
  /** Its path; the files that its overrides name lie below its folder. */
  readonly source: string;
  readonly definition: RulesetDefinition;
}
