import { operationName } from "../../model/operation-key.ts";
import type { Deprecation } from "./deprecation.ts";

/** A deprecation with what it is called, by which it is found again in other versions. */
export type NamedDeprecation = Deprecation & { readonly name: string };

/** One version of a description, as far as its deprecations go. */
export interface PastVersion {
  /** The day since when it was there. */
  readonly day: string;
  readonly deprecations: readonly NamedDeprecation[];
  /** The names of all its operations. */
  readonly operations: ReadonlySet<string>;
}

/** What is learnt on the way back from the newest version to the oldest. */
export interface Walk {
  /** By key, the earliest day so far on which something was deprecated that was so in all versions since. */
  readonly since: ReadonlyMap<string, string>;
  /** Keys of what the earliest version so far still deprecates. */
  readonly open: ReadonlySet<string>;
  /** Deprecated operations that a later version no longer had, by name. */
  readonly removed: ReadonlyMap<string, Removed>;
  /** The version that was looked at last. */
  readonly later: PastVersion | undefined;
}

interface Removed {
  /** As the last version had it that had it, with the day of the one after that. */
  readonly entry: NamedDeprecation;
  /** The earliest day so far on which it was deprecated. */
  readonly since: string;
  /** Whether the earliest version so far still deprecates it. */
  readonly isOpen: boolean;
}

/** What the past of a description tells of its deprecations. */
export interface DeprecationHistory {
  /** The first day on which something was deprecated, by key; not there where the past does not reach back to it. */
  readonly since: ReadonlyMap<string, string>;
  readonly removed: readonly Deprecation[];
}

/** What a deprecation is found again by: items of lists change their places, and keep their names. */
function historyKey({ kind, name, subject }: NamedDeprecation): string {
  return `${kind} ${kind === "property" || kind === "enum-value" ? subject : name}`;
}

/** The start of a walk back: all that is deprecated today is open. */
export function startWalk(found: readonly NamedDeprecation[]): Walk {
  return { since: new Map(), open: new Set(found.map(historyKey)), removed: new Map(), later: undefined };
}

/** Goes one version further back. */
export function stepBack({ since, open, removed, later }: Walk, version: PastVersion): Walk {
  const deprecated = new Set(version.deprecations.map(historyKey));
  const kept = [...open].filter((key) => deprecated.has(key));
  const known = [...removed].map(([name, each]): [string, Removed] => {
    const isOpen = each.isOpen && deprecated.has(historyKey(each.entry));
    return [name, isOpen ? { ...each, since: version.day } : { ...each, isOpen }];
  });
  const gone = version.deprecations.flatMap((each): [string, Removed][] => {
    if (each.kind !== "operation" || each.operation === null || later === undefined) return [];
    const name = operationName(each.operation);
    if (later.operations.has(name) || removed.has(name)) return [];
    return [[name, { entry: { ...each, removed: later.day }, since: version.day, isOpen: true }]];
  });
  return {
    since: new Map([...since, ...kept.map((key) => [key, version.day] as const)]),
    open: new Set(kept),
    removed: new Map([...known, ...gone]),
    later: version,
  };
}

/**
 * What some walks come to, such as one along commits and one along released revisions: the earliest day that any tells.
 * @param walks each with whether it reached the first version; what one that did not still has open began before it
 * @param operations those that the description has today, which were not removed for good
 */
export function joinWalks(
  walks: readonly { readonly walk: Walk; readonly isComplete: boolean }[],
  operations: ReadonlySet<string>,
): DeprecationHistory {
  const since = new Map<string, string>();
  const removed = new Map<string, Deprecation>();
  for (const { walk, isComplete } of walks) {
    for (const [key, day] of walk.since) {
      const known = since.get(key);
      if ((isComplete || !walk.open.has(key)) && (known === undefined || day < known)) since.set(key, day);
    }
    for (const [name, { entry, since: day, isOpen }] of walk.removed)
      if (!operations.has(name) && !removed.has(name)) {
        const { name: _, ...told } = dated(entry, isComplete || !isOpen ? day : undefined);
        removed.set(name, told);
      }
  }
  return { since, removed: [...removed.values()] };
}

/** A deprecation with the days that it lacks and its past tells. */
export function withHistory<D extends NamedDeprecation>(found: D, { since }: DeprecationHistory): D {
  return dated(found, since.get(historyKey(found)));
}

/** @param day the first day on which it was deprecated; undefined where that is not known */
function dated<D extends Deprecation>(found: D, day: string | undefined): D {
  if (day === undefined) return found;
  const { announced, deprecated, source } = found;
  return {
    ...found,
    announced: announced ?? day,
    deprecated: deprecated ?? day,
    source: deprecated === null ? `${source}, history` : source,
  };
}
