import type { RulesetDefinition } from "@stoplight/spectral-core";
import type { Problem } from "../base/problem.ts";
import type { Host } from "../host/host.ts";

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

/**
 * Reads Spectral rulesets, with those they extend and the functions they bring. Rulesets and functions in JavaScript,
 * and those of packages, are code of users: they run here.
 */
export async function loadRulesets(
  paths: readonly string[],
  host: Host,
  options: RulesetOptions = {},
): Promise<{ readonly value: LoadedRulesets } | { readonly problems: readonly Problem[] }> {
  if (paths.length === 0) return { value: { rulesets: [] } };
  // Spectral takes long to load, and most runs do without rulesets.
  const { RulesetReader } = await import("./ruleset-reader.ts");
  const reader = new RulesetReader(host, options);
  const rulesets: LoadedRuleset[] = [];
  for (const path of paths) {
    const ruleset = await reader.read(path);
    if (ruleset) rulesets.push(ruleset);
  }
  return reader.problems.length > 0 ? { problems: reader.problems } : { value: { rulesets } };
}
