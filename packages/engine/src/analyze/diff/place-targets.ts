import {
  type Located,
  type Place,
  typeNames,
  type View,
  type Views,
  valueSchemas,
} from "@concordat/containment/internal";
import type { Direction } from "../../finding/finding.ts";
import type { Pair, PlaceTarget, PropertyChange } from "../../kit/targets.ts";
import { annotationsOf, bytesAlike, sameAnnotations } from "./annotations.ts";
import { locatedAt } from "./located.ts";
import { alternativesOf, declaredNames, findWrapped, isJudged, type JudgedPair, type PlacePair } from "./place-pair.ts";
import type { PlaceWalk } from "./place-walk.ts";

/**
 * What containment does not tell of the pairs that a walk found, for each direction that reaches them: which properties only
 * one side declares, and what is said beside validation. Whether any of it breaks is not decided here.
 */
export function* placeTargets(walk: PlaceWalk, views: Views): Generator<PlaceTarget> {
  for (const pair of walk.pairs()) {
    if (pair.roots.length === 0 && pair.incoming.every(({ unwrapped }) => unwrapped)) continue;
    const { base, head } = unwrappedViews(pair, views);
    const annotations = bytesAlike({
      base: annotationsOf(base, pair.base, views.space),
      head: annotationsOf(head, pair.head, views.space),
    });
    const added = declaredOnlyBy(head, base, declaredAround(pair, "base"), views);
    const removed = declaredOnlyBy(base, head, declaredAround(pair, "head"), views);
    if (added.length + removed.length === 0 && sameAnnotations(annotations.base, annotations.head)) continue;
    const reaches = walk.progress.reachesOf(pair);
    for (const direction of ["request", "response"] as const) {
      const operations = reaches.filter((reach) => reach.direction === direction);
      const sent = (changes: PropertyChange[]) => changes.filter(({ sentBy }) => sentBy.includes(direction));
      if (operations.length === 0) continue;
      yield {
        direction,
        base: writtenAt(pair.base, views),
        head: writtenAt(pair.head, views),
        added: sent(added),
        removed: sent(removed),
        annotations,
        operations,
      };
    }
  }
}

/** Where people are led to: behind bare references, where something is said. */
function writtenAt([place]: readonly Place[], { space }: Views): Located | undefined {
  return place && locatedAt(space.aliasEnd(place));
}

/** What both sides say of a pair, with what one of them says inside of "or null". */
function unwrappedViews(pair: JudgedPair, views: Views): Pair<View> {
  const { base, head } = pair.views;
  const wrapped = findWrapped({ base: alternativesOf(base, views), head: alternativesOf(head, views) });
  if (wrapped === undefined) return pair.views;
  return { base, head, [wrapped.side]: views.located([...pair[wrapped.side], wrapped.inside]) };
}

/** What a side declares around an alternative, for all alternatives of a union. */
function declaredAround(pair: PlacePair, side: keyof Pair<View>): Set<string> {
  const names = new Set<string>();
  const seen = new Set([pair]);
  for (const { incoming } of seen) {
    for (const { from, path } of incoming) {
      if (path !== "" || seen.has(from)) continue;
      seen.add(from);
      if (isJudged(from)) for (const name of declaredNames(from.views[side])) names.add(name);
    }
  }
  return names;
}

/** Properties that a side declares at a place and the other in none of its alternatives there, nor around them. */
function declaredOnlyBy(one: View, other: View, around: ReadonlySet<string>, views: Views): PropertyChange[] {
  // That something is no object any more says all of its properties.
  if (!typeNames(one.types & other.types).includes("object")) return [];
  const names = namesWithin(other, views).union(around);
  return [...declaredNames(one)]
    .filter((name) => !names.has(name))
    .map((name) => {
      const places = valueSchemas(one.objects, name).map(({ place }) => place);
      const { readOnly, writeOnly } = annotationsOf(views.located(places), places, views.space);
      const sentBy: Direction[] = [
        ...(readOnly ? [] : ["request" as const]),
        ...(writeOnly ? [] : ["response" as const]),
      ];
      return {
        name,
        at: locatedAt(places[0]) as Located,
        required: one.objects.some(({ required }) => required.includes(name)),
        open: other.objects.every(({ additional, patterns }) => additional === undefined && patterns.length === 0),
        sentBy,
      };
    });
}

/** The names that a view declares, in one of its alternatives at least. */
function namesWithin(view: View, views: Views): Set<string> {
  const names = declaredNames(view);
  const branches = view.clauses.flatMap((clause) =>
    clause.kind === "anyOf" || clause.kind === "oneOf"
      ? clause.parts
      : clause.kind === "if"
        ? [clause.test, clause.yes, clause.no].filter((place) => place !== undefined)
        : [],
  );
  for (const { object } of branches.length === 0 ? [] : views.atPlace(branches))
    for (const name of object?.properties.keys() ?? []) names.add(name);
  return names;
}
