import { canonicalText } from "../json.ts";
import { append } from "../lists.ts";
import type { Place } from "../lower/keywords.ts";
import type { Space } from "../lower/space.ts";
import type { Views } from "../view.ts";

/** A property with few values: those of discriminated alternatives have no value in common. */
interface Tag {
  readonly required: boolean;
  readonly texts: ReadonlySet<string>;
}

/** Steps that it takes to tell two schemas apart, and to remember it. */
const STEPS_OF_PAIR = 5;

const NO_TAGS: readonly string[] = [];

/**
 * Tells schemas that no object can satisfy together, by their tags alone. Most pairs of alternatives are such; seeing it
 * without merging them keeps the search from multiplying alternatives out.
 */
export class Tags {
  readonly #views: Views;
  readonly #space: Space;
  readonly #tags = new Map<number, ReadonlyMap<string, Tag>>();
  /** The tags in which two schemas differ, by the lower id and then by the higher. */
  readonly #pairs = new Map<number, Map<number, readonly string[]>>();

  constructor(views: Views) {
    this.#views = views;
    this.#space = views.space;
  }

  /** Whether two of some schemas contradict each other for objects. */
  conflict(places: readonly Place[]): boolean {
    this.#space.steps.take((places.length * places.length) >> 4);
    for (let i = 1; i < places.length; i++)
      for (let j = 0; j < i; j++)
        if (this.#conflictsOf(places[i] as Place, places[j] as Place, [], places).length > 0) return true;
    return false;
  }

  /**
   * Whether a schema contradicts one of some others for objects.
   *
   * @param around further schemas at the same place: a property that one of all of them does not have sent tells nothing
   */
  conflictWith(place: Place, others: readonly Place[], around: readonly Place[]): boolean {
    for (let i = 0; i < others.length; i++)
      if (this.#conflictsOf(place, others[i] as Place, others, around).length > 0) return true;
    return false;
  }

  /** The tags by which a schema contradicts one of some others. */
  conflicts(place: Place, others: readonly Place[], around: readonly Place[]): readonly string[] {
    return others.flatMap((other) => this.#conflictsOf(place, other, others, around));
  }

  #conflictsOf(place: Place, other: Place, others: readonly Place[], around: readonly Place[]): readonly string[] {
    const names = this.#differing(place, other);
    if (names.length === 0) return names;
    const unsent = [place, ...others, ...around].flatMap((each) => {
      const names = this.#views.of([each]).unsent;
      return names.size > 0 ? [names] : [];
    });
    return unsent.length === 0 ? names : names.filter((name) => !unsent.some((list) => list.has(name)));
  }

  /** The tags in which two schemas have no value in common. */
  #differing(a: Place, b: Place): readonly string[] {
    const x = this.#space.node(a).id;
    const y = this.#space.node(b).id;
    if (x === y) return NO_TAGS;
    const lower = Math.min(x, y);
    const higher = Math.max(x, y);
    let others = this.#pairs.get(lower);
    if (others === undefined) this.#pairs.set(lower, (others = new Map()));
    let names = others.get(higher);
    if (names === undefined) {
      this.#space.steps.take(STEPS_OF_PAIR);
      const tagsOfOther = this.#of(b);
      names = [...this.#of(a)].flatMap(([name, tag]) => {
        const other = tagsOfOther.get(name);
        const differ = other && (tag.required || other.required) && tag.texts.isDisjointFrom(other.texts);
        return differ ? [name] : [];
      });
      others.set(higher, names);
    }
    return names;
  }

  /** Tags of a schema and of what it takes in by `allOf` and references. */
  #of(place: Place): ReadonlyMap<string, Tag> {
    const { id } = this.#space.node(place);
    const known = this.#tags.get(id);
    if (known) return known;
    const tags = new Map<string, Tag>();
    this.#tags.set(id, tags);
    const seen = new Set<Place>();
    const required = new Set<string>();
    const open = [place];
    for (let at = open.pop(); at; at = open.pop()) {
      const end = this.#space.aliasEnd(at);
      if (seen.has(end)) continue;
      seen.add(end);
      const { object, all } = this.#space.keywords(end);
      for (const name of object?.required ?? []) required.add(name);
      for (const [name, property] of object?.properties ?? []) {
        const texts = this.#listed(property);
        if (texts) tags.set(name, { required: false, texts: tags.get(name)?.texts.intersection(texts) ?? texts });
      }
      append(open, all.toReversed());
    }
    for (const [name, tag] of tags) if (required.has(name)) tags.set(name, { ...tag, required: true });
    return tags;
  }

  /** The values that a property lists, itself or in an `allOf`. */
  #listed(property: Place): ReadonlySet<string> | undefined {
    const keywords = this.#space.keywords(this.#space.aliasEnd(property));
    const all = [keywords, ...keywords.all.map((place) => this.#space.keywords(this.#space.aliasEnd(place)))];
    const values = all.find((each) => each.values !== undefined)?.values;
    return values && new Set(values.map(canonicalText));
  }
}
