import { isAbsolute } from "node:path";
import type { LintSettings } from "../analyses/analysis.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, type Result } from "../base/result.ts";
import type { LintConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";
import { DEFAULT_LINT_OPTIONS } from "../kit/lint-options.ts";
import type { LoadOptions } from "../load/description.ts";

/** What a run goes by in which no description is judged by itself. */
export const DEFAULT_LINT: LintSettings = { options: DEFAULT_LINT_OPTIONS, rulesets: undefined };

/** Reads the rulesets that are configured; none is read, and none of its code run, where none is. */
export async function lintSettings(
  { options, rulesets }: LintConfig,
  { root, allowRemote, allowPrivateNetwork }: LoadOptions,
  host: Host,
  refuseCode?: string | undefined,
): Promise<Result<LintSettings>> {
  if (rulesets.length === 0) return { value: { options, rulesets: undefined } };
  const { loadRulesets } = await import("../spectral/rulesets.ts");
  const names = rulesets.map((path) => (isAbsolute(path) ? pathFrom(host.cwd, path) : path));
  const loaded = await loadRulesets(names, host, { root, allowRemote, allowPrivateNetwork, refuseCode });
  return failed(loaded) ? loaded : { value: { options, rulesets: loaded.value } };
}
