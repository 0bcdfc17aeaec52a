import type { PacticipantVersion } from "../broker.ts";
import type { Ledger } from "./ledger.ts";
import type { Deployment, Release } from "./records.ts";

/**
 * The versions that are in an environment now: the last one deployed to each instance, and all that were released and not ended.
 * Where two records are of the same moment, both count, as nobody knows which came last.
 */
export function versionsIn(
  { deployments, releases }: Pick<Ledger, "deployments" | "releases">,
  environment: string,
): readonly PacticipantVersion[] {
  const here = <T extends Deployment | Release>(records: readonly T[]) =>
    records.filter((record) => record.environment === environment);
  const present = [
    ...latestOf(here(deployments), ({ pacticipant, applicationInstance }) => [pacticipant, applicationInstance]),
    ...latestOf(here(releases), ({ pacticipant, version }) => [pacticipant, version]),
  ].filter(({ ended }) => !ended);
  const versions = present.map(({ pacticipant, version }) => ({ pacticipant, version }));
  return [...new Map(versions.map((each) => [JSON.stringify(each), each])).values()];
}

/** All environments in which anything was ever recorded, sorted. */
export function environmentsOf({ deployments, releases }: Pick<Ledger, "deployments" | "releases">): readonly string[] {
  return [...new Set([...deployments, ...releases].map(({ environment }) => environment))].sort();
}

/** Of the records of each key, the latest; several where they are of the same moment. */
export function latestOf<T extends { readonly at: string }>(
  records: readonly T[],
  keyOf: (record: T) => readonly unknown[],
): readonly T[] {
  const groups = Map.groupBy(records, (record) => JSON.stringify(keyOf(record)));
  return [...groups.values()].flatMap((group) => {
    // Times are written in one form, so that they compare as texts.
    const last = group
      .map(({ at }) => at)
      .sort()
      .at(-1);
    return group.filter(({ at }) => at === last);
  });
}
