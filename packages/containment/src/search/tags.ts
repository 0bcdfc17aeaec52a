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

/** Node ids are below this, so that two of them make one safe integer. */
const ID_LIMIT = 2 ** 26;

/**
 * Tells schemas that no object can satisfy together, by their tags alone. Most pairs of alternatives are such; seeing it
 * without merging them keeps the search from multiplying alternatives out.
 */
export class Tags {
  readonly #views: Views;
  readonly #space: Space;
  readonly #tags = new Map<number, ReadonlyMap<string, Tag>>();
  readonly #pairs = new Map<number, readonly string[]>();

  constructor(views: Views) {
    this.#views = views;
    this.#space = views.space;
  }

  /** Whether two of some schemas contradict each other for objects. */
  conflict(places: readonly Place[]): boolean {
    this.#space.steps.take((places.length * places.length) >> 4);
    return places.some((place, i) => this.conflictWith(place, places.slice(0, i), places));
  }

  /**
   * Whether a schema contradicts one of some others for objects.
   *
   * @param around further schemas at the same place: a property that one of all of them does not have sent tells nothing
   */
  conflictWith(place: Place, others: readonly Place[], around: readonly Place[]): boolean {
    return others.some((other) => this.#conflictsOf(place, other, others, around).length > 0);
  }

  /** The tags by which a schema contradicts one of some others. */
  conflicts(place: Place, others: readonly Place[], around: readonly Place[]): readonly string[] {
    return others.flatMap((other) => this.#conflictsOf(place, other, others, around));
  }

  #conflictsOf(place: Place, other: Place, others: readonly Place[], around: readonly Place[]): readonly string[] {
    const names = this.#differing(place, other);
    if (names.length === 0) return names;
    const views = [place, ...others, ...around].map((each) => this.#views.of([each]));
    return names.filter((name) => !views.some(({ unsent }) => unsent.has(name)));
  }

  /** The tags in which two schemas have no value in common. */
  #differing(a: Place, b: Place): readonly string[] {
    const [x, y] = [this.#space.node(a).id, this.#space.node(b).id];
    if (x === y) return [];
    const key = Math.min(x, y) * ID_LIMIT + Math.max(x, y);
    let names = this.#pairs.get(key);
    if (names === undefined) {
      this.#space.steps.take(STEPS_OF_PAIR);
      const [tags, others] = [this.#of(a), this.#of(b)];
      names = [...tags].flatMap(([name, tag]) => {
        const other = others.get(name);
        const differ = other && (tag.required || other.required) && tag.texts.isDisjointFrom(other.texts);
        return differ ? [name] : [];
      });
      this.#pairs.set(key, names);
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
