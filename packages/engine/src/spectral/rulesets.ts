import { type Result, resultOf } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { LoadedRuleset, LoadedRulesets, RulesetOptions } from "./ruleset.ts";

/**
 * Reads Spectral rulesets, with those they extend and the functions they bring. Rulesets and functions in JavaScript,
 * and those of packages, are code of users: they run here.
 */
export async function loadRulesets(
  paths: readonly string[],
  host: Host,
  options: RulesetOptions = {},
): Promise<Result<LoadedRulesets>> {
  if (paths.length === 0) return { value: { rulesets: [] } };
  // Spectral takes long to load, and most runs do without rulesets.
  const { RulesetReader } = await import("./ruleset-reader.ts");
  const reader = new RulesetReader(host, options);
  const rulesets: LoadedRuleset[] = [];
  for (const path of paths) {
    const ruleset = await reader.read(path);
    if (ruleset) rulesets.push(ruleset);
  }
  return resultOf({ rulesets }, reader.problems);
}
