import { valuesSchema } from "../goal.ts";
import { canonicalText, type Json } from "../json.ts";
import type { ArrayLimits } from "../lower/keywords.ts";
import type { Place } from "../lower/place.ts";
import type { View } from "../view.ts";
import type { Solver } from "./object.ts";
import { type Found, NONE, some, unknown } from "./outcome.ts";

/** One way for an array to break limits. */
export type ArrayViolation =
  | { readonly keyword: "minItems"; readonly most: number }
  | { readonly keyword: "maxItems"; readonly least: number }
  | { readonly keyword: "prefixItems" | "items"; readonly index: number; readonly place: Place }
  | { readonly keyword: "uniqueItems" }
  | { readonly keyword: "contains"; readonly place: Place; readonly most: number }
  | { readonly keyword: "maxContains"; readonly place: Place; readonly least: number };

/** An array longer than this is not written out as a witness. */
const LONGEST_WITNESS = 10_000;
/** Placements of items that must be contained that are tried. */
const MOST_PLACEMENTS = 200;

/** The schemas that limit the item at an index. */
export function itemSchemas(arrays: readonly ArrayLimits[], index: number): Place[] {
  return arrays.flatMap(({ prefix, rest }) => {
    const place = prefix[index] ?? rest;
    return place ? [place] : [];
  });
}

/** All ways in which an array that keeps the left side can break limits of the right side; `shift` moves free items apart. */
export function* arrayViolations(left: View, right: ArrayLimits, shift: number): Generator<ArrayViolation> {
  if (right.minItems > 0) yield { keyword: "minItems", most: right.minItems - 1 };
  if (right.maxItems !== Number.POSITIVE_INFINITY) yield { keyword: "maxItems", least: right.maxItems + 1 };
  const first = firstFree([...left.arrays, right]);
  for (let index = 0; index < right.prefix.length; index++)
    yield { keyword: "prefixItems", index, place: right.prefix[index] as Place };
  if (right.rest) {
    for (let index = right.prefix.length; index <= first; index++) yield { keyword: "items", index, place: right.rest };
    if (shift > 0) yield { keyword: "items", index: first + shift, place: right.rest };
  }
  if (right.unique) yield { keyword: "uniqueItems" };
  if (right.contains) {
    const { place, min, max } = right.contains;
    if (min > 0) yield { keyword: "contains", place, most: min - 1 };
    if (max !== Number.POSITIVE_INFINITY) yield { keyword: "maxContains", place, least: max + 1 };
  }
}

/** The first index from which on all items are limited alike. */
function firstFree(arrays: readonly ArrayLimits[]): number {
  return arrays.reduce((most, { prefix }) => Math.max(most, prefix.length), 0);
}

/** Builds the smallest array that keeps a view and has all the violations. */
export function findArray(
  left: View,
  violations: readonly ArrayViolation[],
  beside: readonly View[],
  solver: Solver,
): Found<Json> {
  return new ArrayBuilder(left, violations, beside, solver).build();
}

interface Counted {
  readonly place: Place;
  readonly count: number;
}

class ArrayBuilder {
  readonly #left: View;
  readonly #beside: readonly View[];
  readonly #solver: Solver;
  readonly #violations: readonly ArrayViolation[];
  readonly #least: number;
  readonly #most: number;
  /** Schemas that at least, or at most, so many items must be values of. */
  readonly #holding: readonly Counted[];
  readonly #sparing: readonly Counted[];

  constructor(left: View, violations: readonly ArrayViolation[], beside: readonly View[], solver: Solver) {
    this.#left = left;
    this.#beside = beside;
    this.#solver = solver;
    this.#violations = violations;
    const contains = left.arrays.flatMap((limits) => (limits.contains ? [limits.contains] : []));
    this.#holding = [
      ...contains.filter(({ min }) => min > 0).map(({ place, min }) => ({ place, count: min })),
      ...violations.flatMap((violation) =>
        violation.keyword === "maxContains" ? [{ place: violation.place, count: violation.least }] : [],
      ),
    ];
    this.#sparing = [
      ...contains
        .filter(({ max }) => max !== Number.POSITIVE_INFINITY)
        .map(({ place, max }) => ({ place, count: max })),
      ...violations.flatMap((violation) =>
        violation.keyword === "contains" ? [{ place: violation.place, count: violation.most }] : [],
      ),
    ];
    const indices = violations.map((violation) =>
      "index" in violation ? violation.index + 1 : violation.keyword === "maxItems" ? violation.least : 0,
    );
    this.#least = Math.max(
      ...left.arrays.map(({ minItems }) => minItems),
      ...indices,
      ...this.#holding.map(({ count }) => count),
      0,
    );
    const most = violations.map((violation) =>
      violation.keyword === "minItems" ? violation.most : Number.POSITIVE_INFINITY,
    );
    this.#most = Math.min(...left.arrays.map(({ maxItems }) => maxItems), ...most);
  }

  build(): Found<Json> {
    if (this.#least > this.#most) return NONE;
    if (this.#least > LONGEST_WITNESS) return unknown("the array would be too long to write");
    if (this.#violations.some(({ keyword }) => keyword === "uniqueItems")) return this.#withTwins();
    return this.#filled(undefined);
  }

  /** Two equal items; the indices differ only in how the prefix limits them. */
  #withTwins(): Found<Json> {
    if (this.#left.arrays.some(({ unique }) => unique)) return NONE;
    let undecided: Found<Json> | undefined;
    const last = Math.min(firstFree(this.#left.arrays) + 1, this.#most - 1);
    for (let second = 1; second <= last; second++) {
      for (let first = 0; first < second; first++) {
        const found = this.#filled([first, second]);
        if (found.kind === "some") return found;
        if (found.kind === "unknown") undecided = found;
      }
    }
    return undecided ?? NONE;
  }

  #filled(twins: readonly [number, number] | undefined): Found<Json> {
    const least = Math.max(this.#least, twins ? twins[1] + 1 : 0);
    if (least > this.#most) return NONE;
    const hopeless = this.#impossible();
    if (hopeless) return hopeless;
    const longest = Math.min(this.#most, least + this.#holding.reduce((sum, { count }) => sum + count, 0));
    for (let length = least; length <= longest; length++) {
      for (const placement of this.#placements(length)) {
        const found = this.#fill(length, placement, twins);
        if (found.kind !== "unknown") return found;
      }
    }
    return unknown("the items are limited in several ways at once");
  }

  /** A schema that must be contained, but that no item can be a value of. */
  #impossible(): Found<Json> | undefined {
    for (const { place } of this.#holding) {
      const last = Math.min(firstFree(this.#left.arrays), this.#most - 1);
      const answers = Array.from({ length: last + 1 }, (_, index) => this.#item(index, [place], []));
      if (answers.every(({ kind }) => kind === "none")) return NONE;
    }
    return undefined;
  }

  /** Ways to say which items are the contained ones: a list of schemas for each index. */
  *#placements(length: number): Generator<ReadonlyMap<number, readonly Place[]>> {
    let taken = 0;
    const place = function* (
      holding: readonly Counted[],
      at: ReadonlyMap<number, readonly Place[]>,
    ): Generator<ReadonlyMap<number, readonly Place[]>> {
      const [next, ...rest] = holding;
      if (next === undefined) {
        taken++;
        yield at;
        return;
      }
      for (const indices of choose(length, next.count)) {
        if (taken > MOST_PLACEMENTS) return;
        const more = new Map(at);
        for (const index of indices) more.set(index, [...(more.get(index) ?? []), next.place]);
        yield* place(rest, more);
      }
    };
    yield* place(this.#holding, new Map());
  }

  /** Items for a length and a placement; `none` means that no length and no placement would do. */
  #fill(
    length: number,
    placement: ReadonlyMap<number, readonly Place[]>,
    twins: readonly [number, number] | undefined,
  ): Found<Json> {
    const unique = this.#left.arrays.some((limits) => limits.unique);
    const items: Json[] = [];
    for (let index = 0; index < length; index++) {
      if (twins && index === twins[1]) {
        items.push(items[twins[0]] as Json);
        continue;
      }
      const shared = twins && index === twins[0] ? itemSchemas(this.#left.arrays, twins[1]) : [];
      const indices = shared.length > 0 && twins ? twins : [index];
      const broken = this.#violations.flatMap((violation) =>
        "index" in violation && indices.includes(violation.index) ? [violation.place] : [],
      );
      const never = this.#sparing.filter(({ count }) => count === 0).map(({ place }) => place);
      // Of those that some items may be values of, the first items may; it is one choice of several.
      const spared = this.#sparing.filter(({ count }) => count > 0 && index >= count).map(({ place }) => place);
      const different = unique && items.length > 0 ? [valuesSchema(this.#solver.views.space, items)] : [];
      const found = this.#item(
        index,
        [...(placement.get(index) ?? []), ...shared],
        [...broken, ...never, ...spared, ...different],
      );
      if (found.kind === "none" && this.#item(index, shared, [...broken, ...never]).kind === "none") return NONE;
      if (found.kind !== "some") return unknown("the items are limited in several ways at once");
      items.push(found.value);
    }
    if (unique && new Set(items.map(canonicalText)).size < items.length) return unknown("the items must differ");
    return some(items);
  }

  #item(index: number, keep: readonly Place[], broken: readonly Place[]): Found<Json> {
    const beside = this.#beside.flatMap((view) => itemSchemas(view.arrays, index));
    return this.#solver.find({ keep: [...itemSchemas(this.#left.arrays, index), ...keep], break: broken, beside });
  }
}

/** Sets of `count` indices below `length`, the last ones first, since a prefix leaves those free. */
function* choose(length: number, count: number): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let last = length - 1; last >= count - 1; last--) {
    for (const others of choose(last, count - 1)) yield [...others, last];
  }
}
