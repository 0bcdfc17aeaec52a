import type { Deprecation } from "../analyze/deprecation/deprecation.ts";
import { type FoundDeprecation, findDeprecations } from "../analyze/deprecation/find-deprecations.ts";
import { findDeprecationFaults } from "../analyze/deprecation/find-faults.ts";
import type { Problem } from "../base/problem.ts";
import { failed, type Result } from "../base/result.ts";
import { TextIndex } from "../finding/text-index.ts";
import type { Host } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { onSide } from "../model/met-problem.ts";
import { toLocation } from "../source/location.ts";
import { problemsOf } from "./problems.ts";

export type { Deprecation } from "../analyze/deprecation/deprecation.ts";
export { daysBetween, startOfDay } from "../base/date.ts";

/** What a description deprecates, and what is wrong with how it says so. */
export interface DeprecationsAnswer {
  readonly deprecations: readonly Deprecation[];
  /** Faults of the deprecations, each with its line. */
  readonly faults: readonly Problem[];
  /** What else is wrong with the description, as far as it was read. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the deprecations of a description.
 * @param noticeDays the days that must lie between a deprecation and its sunset
 */
export async function governDeprecations(
  source: string,
  { load, noticeDays }: { readonly load: LoadOptions; readonly noticeDays: number },
  host: Host,
): Promise<Result<DeprecationsAnswer>> {
  const loaded = await loadDescription(source, host, load);
  if (failed(loaded)) return loaded;
  const description = loaded.value;
  const api = new Api(description);
  const found = findDeprecations(api);
  const faults = findDeprecationFaults(found, noticeDays);
  const codes = new Set(faults.map(({ code }) => code));
  const met = onSide("head", [...faults, ...api.cursor.problems]);
  const index = new TextIndex(
    { head: description },
    met.map(({ at }) => ({ side: "head" as const, ...toLocation(at) })),
  );
  const placed = problemsOf("head", description, met, index).map(({ key: _, ...problem }) => problem);
  return {
    value: {
      deprecations: found.map(entryOf),
      faults: placed.filter(({ code }) => codes.has(code)),
      problems: placed.filter(({ code }) => !codes.has(code)),
    },
  };
}

function entryOf({ at: _, name: __, days: ___, replacementExists: ____, ...entry }: FoundDeprecation): Deprecation {
  return entry;
}
