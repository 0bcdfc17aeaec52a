import {
  escapeToken,
  greatest,
  itemSchemas,
  type Keywords,
  type Place,
  pickCounterpart,
  type View,
  type Views,
  valueSchemas,
} from "@concordat/containment/internal";
import { compareBy } from "../../base/order.ts";
import type { Pair } from "../../kit/targets.ts";
import {
  alternativesOf,
  declaredNames,
  findWrapped,
  type Incoming,
  isJudged,
  type JudgedPair,
  type PlacePair,
} from "./place-pair.ts";

/** Schemas of the two sides that a pair leads to, which can be none on a side, and the way to them. */
export interface PartPair extends Pair<readonly Place[]> {
  readonly incoming: Incoming;
}

/** What pairs right below a pair: properties by name, items by index, alternatives as people would pair them. */
export function pairParts(pair: PlacePair, views: Views): Iterable<PartPair> {
  if (isJudged(pair)) return judgedParts(pair, views);
  return referredParts(pair, { base: pair.base[0] as Place, head: pair.head[0] as Place }, "", views);
}

/** Where two places say the same, what they refer to is all that can differ. */
function* referredParts(from: PlacePair, places: Pair<Place>, path: string, views: Views): Generator<PartPair> {
  const { space } = views;
  const parts = partsOf(space.keywords(space.aliasEnd(places.base)));
  const others = partsOf(space.keywords(space.aliasEnd(places.head)));
  space.steps.take(parts.length);
  for (const [i, { place: base, token }] of parts.entries()) {
    const head = others[i]?.place;
    if (head === undefined) continue;
    const below = token === undefined ? path : `${path}/${escapeToken(token)}`;
    const isReference = space.aliasEnd(base).parent === undefined || space.aliasEnd(head).parent === undefined;
    if (isReference) yield { base: [base], head: [head], incoming: { from, path: below } };
    else yield* referredParts(from, { base, head }, below, views);
  }
}

function* judgedParts(from: JudgedPair, views: Views): Generator<PartPair> {
  const { base, head } = from.views;
  const both = (placesIn: (view: View) => Place[], path: string): PartPair => ({
    base: placesIn(base),
    head: placesIn(head),
    incoming: { from, path },
  });
  for (const name of declaredNames(base).intersection(declaredNames(head)))
    yield both(({ objects }) => valueSchemas(objects, name).map(({ place }) => place), `/${escapeToken(name)}`);
  yield both(({ objects }) => objects.flatMap(({ additional }) => (additional ? [additional] : [])), "/*");
  const length = greatest([base, head].flatMap(({ arrays }) => arrays.map(({ prefix }) => prefix.length)));
  for (let index = 0; index <= length; index++) yield both(({ arrays }) => itemSchemas(arrays, index), `/${index}`);
  yield* pairAlternatives(from, views);
}

function* pairAlternatives(from: JudgedPair, views: Views): Generator<PartPair> {
  const before = alternativesOf(from.views.base, views);
  const after = alternativesOf(from.views.head, views);
  const wrapped = findWrapped({ base: before, head: after });
  if (wrapped) {
    const { base, head } = from;
    yield { base, head, [wrapped.side]: [wrapped.inside], incoming: { from, path: "", unwrapped: true } };
  }
  for (const part of before) {
    const other = pickCounterpart(part, views.located([part]), after, views);
    if (other) yield { base: [part], head: [other], incoming: { from, path: "" } };
  }
}

/** Subschemas of a schema, each with the way down in the value, in an order that schemas of the same text share. */
function partsOf({ all, clauses, object, array }: Keywords): { readonly place: Place; readonly token?: string }[] {
  return [
    ...all.map((place) => ({ place })),
    ...clauses.flatMap((clause) =>
      clause.kind === "anyOf" || clause.kind === "oneOf" ? clause.parts.map((place) => ({ place })) : [],
    ),
    ...[...(object?.properties ?? [])]
      .map(([token, place]) => ({ place, token }))
      .sort(compareBy(({ token }) => token)),
    ...(object?.patterns ?? []).toSorted(compareBy(({ source }) => source)).map(({ place }) => ({ place, token: "*" })),
    ...(object?.additional ? [{ place: object.additional, token: "*" }] : []),
    ...(array?.prefix ?? []).map((place, index) => ({ place, token: String(index) })),
    ...(array?.rest ? [{ place: array.rest, token: String(array.prefix.length) }] : []),
  ];
}
