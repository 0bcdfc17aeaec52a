import type { LintConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import type { LoadOptions } from "../load/description.ts";
import type { Failure } from "../outcome.ts";
import type { LintSettings } from "./judge.ts";

/** Reads the rulesets that are configured; none is read, and none of its code run, where none is. */
export async function lintSettings(
  { options, rulesets }: LintConfig,
  { allowRemote, allowPrivateNetwork }: LoadOptions,
  host: Host,
): Promise<LintSettings | Failure> {
  if (rulesets.length === 0) return { options, rulesets: undefined };
  const { loadRulesets } = await import("../load/ruleset.ts");
  const loaded = await loadRulesets(rulesets, host, { allowRemote, allowPrivateNetwork });
  return "problems" in loaded ? { failure: "input", problems: loaded.problems } : { options, rulesets: loaded.value };
}
