import type { RulesetDefinition } from "@stoplight/spectral-core";

/** Rulesets of users, ready to run. */
export interface LoadedRulesets {
  readonly rulesets: readonly LoadedRuleset[];
}

export interface LoadedRuleset {
  /** As the user named it. */
  readonly name: string;
  /** Its path or URL; the files that its overrides name lie below its folder. */
  readonly source: string;
  readonly definition: RulesetDefinition;
}

/** What rulesets may be made of. */
export interface RulesetOptions {
  /** Prefixes of https URLs that rulesets may be read from. What is read from there is data, never code. */
  readonly allowRemote?: readonly string[];
  readonly allowPrivateNetwork?: boolean;
  /** Why no code of rulesets may run; undefined where it may. */
  readonly refuseCode?: string | undefined;
  /** Files of rulesets must lie below this folder, links followed, but for packages; anywhere where it is not given. */
  readonly root?: string | undefined;
}
