import type { Place, View, Views } from "@concordat/containment/internal";
import type { Pair } from "../../kit/targets.ts";
import type { SchemaRoot } from "./schema-graph.ts";

/** Two sets of schemas at one place of a value, and where it lies. */
export interface PlacePair {
  readonly base: readonly Place[];
  readonly head: readonly Place[];
  /** What each side asks for; undefined where both say the same, and only parts they refer to differ. */
  readonly views: Pair<View> | undefined;
  readonly incoming: Incoming[];
  readonly roots: SchemaRoot[];
}

/** A pair at which the two sides do not say the same. */
export type JudgedPair = PlacePair & { readonly views: Pair<View> };

/** A way to a pair. */
export interface Incoming {
  readonly from: PlacePair;
  /** The way down in the value, as the end of a pointer; empty where the value is the same. */
  readonly path: string;
  /** Whether one side only writes "or null" around what the other says itself. */
  readonly unwrapped?: true;
}

/** Whether the two sides of a pair say something else themselves. */
export function isJudged(pair: PlacePair): pair is JudgedPair {
  return pair.views !== undefined;
}

/** The names of the properties that a view declares. */
export function declaredNames({ objects }: View): Set<string> {
  return new Set(objects.flatMap(({ properties }) => [...properties.keys()]));
}

/** The alternatives of a view but for null: beside one other, that is only a way to write nullable. */
export function alternativesOf({ clauses }: View, views: Views): Place[] {
  return clauses
    .flatMap((clause) => (clause.kind === "anyOf" || clause.kind === "oneOf" ? clause.parts : []))
    .filter((part) => !isNull(part, views));
}

/** The side of a pair that only writes "or null" around one schema, with that schema; undefined where none does. */
export function findWrapped(
  alternatives: Pair<readonly Place[]>,
): { readonly side: keyof Pair<unknown>; readonly inside: Place } | undefined {
  const { base, head } = alternatives;
  const [before, after] = [base[0], head[0]];
  if (base.length === 0 && head.length === 1 && after) return { side: "head", inside: after };
  return head.length === 0 && base.length === 1 && before ? { side: "base", inside: before } : undefined;
}

function isNull(place: Place, { space }: Views): boolean {
  return space.keywords(space.aliasEnd(place)).types === 1;
}
