import {
  escapeToken,
  greatest,
  itemSchemas,
  type Keywords,
  type Located,
  type Place,
  pickCounterpart,
  typeNames,
  type View,
  type Views,
  valueSchemas,
} from "@concordat/containment/internal";
import { compareBy } from "../../base/order.ts";
import type { Direction } from "../../finding/finding.ts";
import type { Pair, PlaceTarget, PropertyChange } from "../../kit/targets.ts";
import { annotationsOf, bytesAlike, sameAnnotations } from "./annotations.ts";
import { locatedAt } from "./located.ts";
import { type Incoming, type PlacePair, Progress } from "./progress.ts";
import type { Likeness } from "./sameness.ts";
import type { SchemaRoot } from "./schema-graph.ts";

/** A pair at which the two sides do not say the same. */
export type JudgedPair = PlacePair & { readonly views: Pair<View> };

function isJudged(pair: PlacePair): pair is JudgedPair {
  return pair.views !== undefined;
}

/**
 * Walks two revisions of schemas side by side and tells what containment does not: which properties only one side
 * declares, and what is said beside validation. Whether any of it breaks is not decided here.
 */
export class PlaceWalk {
  readonly #views: Views;
  readonly #likeness: (base: Place, head: Place) => Likeness;
  readonly #pairs = new Map<string, PlacePair>();
  readonly #numbers = new Map<Place, number>();
  /** How far it got. */
  readonly progress: Progress;

  /** @param likeness how two places are written: of what is the same there is nothing to tell */
  constructor(views: Views, likeness: (base: Place, head: Place) => Likeness) {
    this.#views = views;
    this.#likeness = likeness;
    this.progress = new Progress(views.space.steps);
  }

  add(root: SchemaRoot): void {
    const open: PlacePair[] = [];
    const pair = this.#pair([root.base], [root.head], undefined, open);
    if (pair === undefined) return;
    pair.roots.push(root);
    this.progress.goThrough(root, open, (next) => this.#descend(next, open));
  }

  /** All pairs of places that do not say the same, where it can be read what they say. */
  pairs(): JudgedPair[] {
    return [...this.#pairs.values()].filter(isJudged).filter(({ views }) => !views.base.opaque && !views.head.opaque);
  }

  /** All pairs that do not mean the same, those among them that only refer to such. */
  allPairs(): PlacePair[] {
    return [...this.#pairs.values()];
  }

  /** What is reported about each pair, for each direction that reaches it. */
  *targets(): Generator<PlaceTarget> {
    for (const pair of this.pairs()) {
      if (pair.roots.length === 0 && pair.incoming.every(({ unwrapped }) => unwrapped)) continue;
      const { base, head } = this.#unwrappedViews(pair);
      const annotations = bytesAlike({
        base: annotationsOf(base, pair.base, this.#views.space),
        head: annotationsOf(head, pair.head, this.#views.space),
      });
      const added = this.#declaredOnlyBy(head, base, this.#around(pair, "base"));
      const removed = this.#declaredOnlyBy(base, head, this.#around(pair, "head"));
      if (added.length + removed.length === 0 && sameAnnotations(annotations.base, annotations.head)) continue;
      const reaches = this.progress.reachesOf(pair);
      for (const direction of ["request", "response"] as const) {
        const operations = reaches.filter((reach) => reach.direction === direction);
        const sent = (changes: PropertyChange[]) => changes.filter(({ sentBy }) => sentBy.includes(direction));
        if (operations.length === 0) continue;
        yield {
          direction,
          base: this.#declaredAt(pair.base),
          head: this.#declaredAt(pair.head),
          added: sent(added),
          removed: sent(removed),
          annotations,
          operations,
        };
      }
    }
  }

  /** Where people are led to: behind bare references, where something is said. */
  #declaredAt([place]: readonly Place[]): Located | undefined {
    return place && locatedAt(this.#views.space.aliasEnd(place));
  }

  #pair(
    base: readonly Place[],
    head: readonly Place[],
    incoming: Incoming | undefined,
    open: PlacePair[],
  ): PlacePair | undefined {
    const [first, other] = [base[0], head[0]];
    if (first === undefined || other === undefined) return undefined;
    const alone = base.length === 1 && head.length === 1;
    const ends = [first, other].map((place) => this.#views.space.aliasEnd(place)) as [Place, Place];
    const likeness = alone ? this.#likeness(...ends) : "different";
    if (likeness === "same") return undefined;
    this.#views.space.steps.take(base.length + head.length);
    const key = `${this.#key(base)}>${this.#key(head)}`;
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      const views =
        likeness === "different" ? { base: this.#views.located(base), head: this.#views.located(head) } : undefined;
      pair = { base, head, views, incoming: [], roots: [] };
      this.#pairs.set(key, pair);
      open.push(pair);
    }
    if (incoming) pair.incoming.push(incoming);
    return pair;
  }

  #key(places: readonly Place[]): string {
    return places
      .map((place) => {
        const end = this.#views.space.aliasEnd(place);
        let number = this.#numbers.get(end);
        if (number === undefined) this.#numbers.set(end, (number = this.#numbers.size));
        return number;
      })
      .join();
  }

  #descend(pair: PlacePair, open: PlacePair[]): void {
    if (isJudged(pair)) this.#descendJudged(pair, open);
    else this.#follow(pair, pair.base[0] as Place, pair.head[0] as Place, "", open);
  }

  /** Where two places say the same, what they refer to is all that can differ. */
  #follow(pair: PlacePair, base: Place, head: Place, path: string, open: PlacePair[]): void {
    const { space } = this.#views;
    const [before, after] = [base, head].map((place) => space.keywords(space.aliasEnd(place))) as [Keywords, Keywords];
    const others = partsOf(after);
    const parts = partsOf(before);
    space.steps.take(parts.length);
    for (const [i, { place, token }] of parts.entries()) {
      const other = others[i]?.place;
      if (other === undefined) continue;
      const below = token === undefined ? path : `${path}/${escapeToken(token)}`;
      const isReference = space.aliasEnd(place).parent === undefined || space.aliasEnd(other).parent === undefined;
      if (isReference) this.#pair([place], [other], { from: pair, path: below }, open);
      else this.#follow(pair, place, other, below, open);
    }
  }

  #descendJudged(pair: JudgedPair, open: PlacePair[]): void {
    const { base, head } = pair.views;
    const schemas = (view: View, name: string) => valueSchemas(view.objects, name).map(({ place }) => place);
    for (const name of declaredNames(base).intersection(declaredNames(head))) {
      this.#pair(schemas(base, name), schemas(head, name), { from: pair, path: `/${escapeToken(name)}` }, open);
    }
    const maps = [base, head].map((view) => view.objects.flatMap(({ additional }) => (additional ? [additional] : [])));
    this.#pair(maps[0] ?? [], maps[1] ?? [], { from: pair, path: "/*" }, open);
    const length = greatest([base, head].flatMap((view) => view.arrays.map(({ prefix }) => prefix.length)));
    for (let index = 0; index <= length; index++) {
      const incoming = { from: pair, path: `/${index}` };
      this.#pair(itemSchemas(base.arrays, index), itemSchemas(head.arrays, index), incoming, open);
    }
    this.#descendAlternatives(pair, base, head, open);
  }

  /** Alternatives pair as people would pair them; null beside one alternative is only a way to write nullable. */
  #descendAlternatives(pair: JudgedPair, base: View, head: View, open: PlacePair[]): void {
    const [before, after] = [this.#alternatives(base), this.#alternatives(head)];
    if (before.length === 0 && after.length === 1)
      this.#pair(pair.base, after, { from: pair, path: "", unwrapped: true }, open);
    else if (after.length === 0 && before.length === 1)
      this.#pair(before, pair.head, { from: pair, path: "", unwrapped: true }, open);
    for (const part of before) {
      const other = pickCounterpart(part, this.#views.located([part]), after, this.#views);
      if (other) this.#pair([part], [other], { from: pair, path: "" }, open);
    }
  }

  #alternatives({ clauses }: View): Place[] {
    return clauses
      .flatMap((clause) => (clause.kind === "anyOf" || clause.kind === "oneOf" ? clause.parts : []))
      .filter((part) => !isNull(part, this.#views));
  }

  /** What both sides say of a pair, with what one of them says inside of "or null". */
  #unwrappedViews({ base, head, views }: JudgedPair): Pair<View> {
    const [before, after] = [this.#alternatives(views.base), this.#alternatives(views.head)];
    if (before.length === 0 && after.length === 1)
      return { base: views.base, head: this.#views.located([...head, ...after]) };
    if (after.length === 0 && before.length === 1)
      return { base: this.#views.located([...base, ...before]), head: views.head };
    return views;
  }

  /** What a side declares around an alternative, for all alternatives of a union. */
  #around(pair: PlacePair, side: keyof Pair<View>): Set<string> {
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
  #declaredOnlyBy(one: View, other: View, around: ReadonlySet<string>): PropertyChange[] {
    // That something is no object any more says all of its properties.
    if (!typeNames(one.types & other.types).includes("object")) return [];
    const names = this.#namesWithin(other).union(around);
    return [...declaredNames(one)]
      .filter((name) => !names.has(name))
      .map((name) => {
        const places = valueSchemas(one.objects, name).map(({ place }) => place);
        const { readOnly, writeOnly } = annotationsOf(this.#views.located(places), places, this.#views.space);
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
  #namesWithin(view: View): Set<string> {
    const names = declaredNames(view);
    const branches = view.clauses.flatMap((clause) =>
      clause.kind === "anyOf" || clause.kind === "oneOf"
        ? clause.parts
        : clause.kind === "if"
          ? [clause.test, clause.yes, clause.no].filter((place) => place !== undefined)
          : [],
    );
    for (const { object } of branches.length === 0 ? [] : this.#views.atPlace(branches))
      for (const name of object?.properties.keys() ?? []) names.add(name);
    return names;
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

function declaredNames({ objects }: View): Set<string> {
  return new Set(objects.flatMap(({ properties }) => [...properties.keys()]));
}

function isNull(place: Place, { space }: Views): boolean {
  return space.keywords(space.aliasEnd(place)).types === 1;
}
