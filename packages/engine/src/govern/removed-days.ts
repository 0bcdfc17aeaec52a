import type { Evidence } from "../analyses/analysis.ts";
import { failed, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { LoadOptions } from "../load/description.ts";
import { Cursor } from "../model/cursor.ts";
import { readLifecycle } from "../model/lifecycle.ts";
import { operationName } from "../model/operation-key.ts";
import { readRevision } from "../model/read-revision.ts";
import type { Policy } from "../policy/policy.ts";
import { knownDeprecations } from "./deprecations.ts";
import type { Placed } from "./past.ts";

/**
 * The days since when operations are deprecated that head no longer has, by their names: what a notice is counted from.
 * The past is only looked into where the policy asks for a notice, and there is such an operation.
 */
export async function removedDays(
  { base, head }: Evidence,
  contract: Placed | undefined,
  { noticeDays }: Policy,
  load: LoadOptions,
  host: Host,
): Promise<Result<ReadonlyMap<string, string>>> {
  if (noticeDays === 0 || base === undefined) return { value: new Map() };
  const kept = new Set(readRevision(new Cursor(head)).operations.map(operationName));
  const { operations } = readRevision(new Cursor(base));
  const isGone = operations.some((ref) => !kept.has(operationName(ref)) && readLifecycle(ref.at).deprecated);
  if (!isGone) return { value: new Map() };
  const known = await knownDeprecations(base, contract, { load, removed: false }, host);
  if (failed(known)) return known;
  return {
    value: new Map(
      known.value.found.flatMap(({ kind, operation, deprecated }): [string, string][] =>
        kind === "operation" && operation && deprecated !== null ? [[operationName(operation), deprecated]] : [],
      ),
    ),
  };
}
