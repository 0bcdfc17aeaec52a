import type { Place, Views } from "@concordat/containment/internal";
import type { Pair } from "../../kit/targets.ts";
import { type Incoming, isJudged, type JudgedPair, type PlacePair } from "./place-pair.ts";
import { pairParts } from "./place-parts.ts";
import { Progress } from "./progress.ts";
import type { Likeness } from "./sameness.ts";
import type { SchemaRoot } from "./schema-graph.ts";

/** Walks two revisions of schemas side by side and finds the pairs that do not mean the same, each once. */
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
    const pair = this.#pair({ base: [root.base], head: [root.head] }, undefined, open);
    if (pair === undefined) return;
    pair.roots.push(root);
    this.progress.goThrough(root, open, (next) => {
      for (const { incoming, ...places } of pairParts(next, this.#views)) this.#pair(places, incoming, open);
    });
  }

  /** All pairs of places that do not say the same, where it can be read what they say. */
  pairs(): JudgedPair[] {
    return [...this.#pairs.values()].filter(isJudged).filter(({ views }) => !views.base.opaque && !views.head.opaque);
  }

  /** All pairs that do not mean the same, those among them that only refer to such. */
  allPairs(): PlacePair[] {
    return [...this.#pairs.values()];
  }

  /** The pair of two sets of schemas, put among the open ones where it is new; undefined where there is nothing to tell. */
  #pair(
    { base, head }: Pair<readonly Place[]>,
    incoming: Incoming | undefined,
    open: PlacePair[],
  ): PlacePair | undefined {
    const [first, other] = [base[0], head[0]];
    if (first === undefined || other === undefined) return undefined;
    const { space } = this.#views;
    const alone = base.length === 1 && head.length === 1;
    const likeness = alone ? this.#likeness(space.aliasEnd(first), space.aliasEnd(other)) : "different";
    if (likeness === "same") return undefined;
    space.steps.take(base.length + head.length);
    const key = `${this.#key(base)}>${this.#key(head)}`;
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      const views =
        likeness === "different" ? { base: this.#views.located(base), head: this.#views.located(head) } : undefined;
      pair = { base, head, views, incoming: incoming ? [incoming] : [], roots: [] };
      this.#pairs.set(key, pair);
      open.push(pair);
    } else if (incoming) pair.incoming.push(incoming);
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
}
