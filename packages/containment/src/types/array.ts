import { type Goal, type OfSide, valuesSchema } from "../goal.ts";
import { canonicalText, type Json } from "../json.ts";
import { greatest, smallest } from "../lists.ts";
import type { ArrayLimits, Place } from "../lower/keywords.ts";
import type { MemberLimits, View } from "../view.ts";
import { written } from "./extent.ts";
import { type Broken, memberGoal, NONE_BROKEN, type Sided, type Solver } from "./object.ts";
import { type Found, NONE, unknown } from "./outcome.ts";

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
/** Of items that must all differ each is compared with those before it. */
const LONGEST_UNIQUE = 500;
/** Items that must be contained, and placements of them, that are tried. */
const MOST_CONTAINED = 200;
const MOST_PLACEMENTS = 500;

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
  violations: readonly Sided<ArrayViolation>[],
  around: MemberLimits,
  solver: Solver,
): Found<Json> {
  return new ArrayBuilder(left, violations, around, solver).build();
}

/** A schema for items: of which side it is, or that the left side keeps it. */
interface Part {
  readonly place: Place;
  readonly of: OfSide | "kept";
}

interface Counted extends Part {
  readonly count: number;
}

/** The schemas that items hold because they must be contained, by index. */
type Placement = ReadonlyMap<number, readonly Part[]>;

/** The indices of the items that may be values of each schema that only so many may be values of, in order. */
type Spares = readonly ReadonlySet<number>[];

/** The indices of two items that are to be equal, the lower first. */
type Twins = readonly [number, number];

const SEVERAL_LIMITS = "the items are limited in several ways at once";

class ArrayBuilder {
  readonly #left: View;
  readonly #around: MemberLimits;
  readonly #solver: Solver;
  readonly #violations: readonly Sided<ArrayViolation>[];
  readonly #least: number;
  readonly #most: number;
  /** Schemas that at least, or at most, so many items must be values of. */
  readonly #holding: readonly Counted[];
  readonly #sparing: readonly Counted[];

  constructor(left: View, violations: readonly Sided<ArrayViolation>[], around: MemberLimits, solver: Solver) {
    this.#left = left;
    this.#around = around;
    this.#solver = solver;
    this.#violations = violations;
    const contains = left.arrays.flatMap((limits) => (limits.contains ? [limits.contains] : []));
    this.#holding = [
      ...contains.filter(({ min }) => min > 0).map(({ place, min }) => ({ place, count: min, of: "kept" as const })),
      ...violations.flatMap((violation) =>
        violation.keyword === "maxContains"
          ? [{ place: violation.place, count: violation.least, of: violation.of }]
          : [],
      ),
    ];
    this.#sparing = [
      ...contains
        .filter(({ max }) => max !== Number.POSITIVE_INFINITY)
        .map(({ place, max }) => ({ place, count: max, of: "left" as const })),
      ...violations.flatMap((violation) =>
        violation.keyword === "contains" ? [{ place: violation.place, count: violation.most, of: violation.of }] : [],
      ),
    ];
    const indices = violations.map((violation) =>
      "index" in violation ? violation.index + 1 : violation.keyword === "maxItems" ? violation.least : 0,
    );
    this.#least = greatest([
      ...left.arrays.map(({ minItems }) => minItems),
      ...indices,
      ...this.#holding.map(({ count }) => count),
    ]);
    const most = violations.map((violation) =>
      violation.keyword === "minItems" ? violation.most : Number.POSITIVE_INFINITY,
    );
    this.#most = smallest([...left.arrays.map(({ maxItems }) => maxItems), ...most]);
  }

  build(): Found<Json> {
    if (this.#least > this.#most || this.#contradicts()) return NONE;
    const contained = this.#holding.reduce((sum, { count }) => sum + count, 0);
    const longest = this.#left.arrays.some(({ unique }) => unique) ? LONGEST_UNIQUE : LONGEST_WITNESS;
    if (this.#least > longest || contained > MOST_CONTAINED) return unknown("the array would be too long to write");
    if (this.#violations.some(({ keyword }) => keyword === "uniqueItems")) return this.#withTwins();
    return this.#filled(undefined);
  }

  /** Whether more items must be values of a schema than may be of another, and no item is a value of the one alone. */
  #contradicts(): boolean {
    return this.#holding.some((held) =>
      this.#sparing.some((spared) => spared.count < held.count && this.#isNowhere([held], [spared])),
    );
  }

  /** Whether no item, wherever it stands, keeps some schemas and breaks others. */
  #isNowhere(keep: readonly Part[], broken: readonly Part[]): boolean {
    const last = Math.min(firstFree(this.#left.arrays), this.#most - 1);
    return Array.from({ length: last + 1 }, (_, index) => this.#item(index, keep, broken)).every(
      ({ kind }) => kind === "none",
    );
  }

  /** Two equal items; the indices differ only in how the prefix limits them, and in what is to be broken there. */
  #withTwins(): Found<Json> {
    if (this.#left.arrays.some(({ unique }) => unique)) return NONE;
    let undecided: Found<Json> | undefined;
    const last = Math.min(this.#firstAlike + 1, this.#most - 1);
    for (let second = 1; second <= last; second++) {
      for (let first = 0; first < second; first++) {
        const found = this.#filled([first, second]);
        if (found.kind === "some") return found;
        if (found.kind === "unknown") undecided = found;
      }
    }
    return undecided ?? NONE;
  }

  /** The first index from which on all items are limited alike, and nothing is to be broken. */
  get #firstAlike(): number {
    const broken = this.#violations.map((violation) => ("index" in violation ? violation.index + 1 : 0));
    return Math.max(firstFree(this.#left.arrays), ...broken);
  }

  #filled(twins: Twins | undefined): Found<Json> {
    const least = Math.max(this.#least, twins ? twins[1] + 1 : 0);
    if (least > this.#most) return NONE;
    const longest = this.#longest(least, twins);
    if (longest < least || this.#lacksHolder()) return NONE;
    let undecided: Found<Json> | undefined;
    let tried = 0;
    for (let length = least; length <= longest; length++) {
      for (const placement of this.#placements(length)) {
        if (!this.#fits(length, placement, twins)) continue;
        for (const spares of this.#spares(length, placement)) {
          if (++tried > MOST_PLACEMENTS) return unknown(SEVERAL_LIMITS);
          const found = this.#fill(length, placement, spares, twins);
          if (found.kind === "some") return found;
          if (found.kind === "unknown") undecided = found;
        }
      }
    }
    return undecided ?? NONE;
  }

  /**
   * The greatest length worth a try. Of a longer array items could be left out: all but those that are contained, past
   * the index from which on items are alike. No array is longer than up to the first index that no value fits.
   */
  #longest(least: number, twins: Twins | undefined): number {
    const contained = this.#holding.reduce((sum, { count }) => sum + count, 0);
    const alike = Math.max(this.#firstAlike, twins ? twins[1] + 1 : 0);
    const longest = Math.min(this.#most, contained === 0 ? least : Math.max(least, alike) + contained);
    for (let index = 0; index <= Math.min(alike, longest - 1); index++)
      if (this.#item(index, [], this.#brokenAt([index])).kind === "none") return index;
    return longest;
  }

  /** Whether a schema must be contained, but no item can be a value of it. */
  #lacksHolder(): boolean {
    return this.#holding.some((held) => this.#isNowhere([held], []));
  }

  /** Ways to say which items are the contained ones. */
  *#placements(length: number): Generator<Placement> {
    const place = function* (holding: readonly Counted[], at: Placement): Generator<Placement> {
      const [next, ...rest] = holding;
      if (next === undefined) {
        yield at;
        return;
      }
      for (const indices of choose(length, next.count)) {
        const more = new Map(at);
        for (const index of indices) more.set(index, [...(more.get(index) ?? []), next]);
        yield* place(rest, more);
      }
    };
    yield* place(this.#holding, new Map());
  }

  /** Whether each item by itself has a value, whichever items are spared. */
  #fits(length: number, placement: Placement, twins: Twins | undefined): boolean {
    for (let index = 0; index < length; index++) {
      const { indices, keep } = this.#at(index, placement, twins);
      if (this.#item(index, keep, this.#brokenAt(indices)).kind === "none") return false;
    }
    return true;
  }

  /** Ways to say which items may be values of the schemas that only so many may be values of: a likely one, then all. */
  *#spares(length: number, placement: Placement): Generator<Spares> {
    const indices = Array.from({ length }, (_, index) => index);
    yield this.#sparing.map((counted) => new Set(indices.filter((at) => this.#mayHold(at, counted, placement))));
    const choices = function* (sparing: readonly Counted[]): Generator<Spares> {
      const [next, ...rest] = sparing;
      if (next === undefined) yield [];
      else
        for (const chosen of choose(length, Math.min(next.count, length)))
          for (const others of choices(rest)) yield [new Set(chosen), ...others];
    };
    if (this.#sparing.some(({ count }) => count > 0 && count < length)) yield* choices(this.#sparing);
  }

  /** Items for a length and a choice of what is contained and spared; `none` means that no items would do. */
  #fill(length: number, placement: Placement, spares: Spares, twins: Twins | undefined): Found<Json> {
    const unique = this.#left.arrays.some((limits) => limits.unique);
    const items: Json[] = [];
    for (let index = 0; index < length; index++) {
      if (twins && index === twins[1]) {
        items.push(items[twins[0]] as Json);
        continue;
      }
      const { indices, keep } = this.#at(index, placement, twins);
      const spared = this.#sparing.filter((_, i) => indices.some((at) => !spares[i]?.has(at)));
      const broken = [...this.#brokenAt(indices), ...spared];
      const different: Part[] =
        unique && items.length > 0 ? [{ place: valuesSchema(this.#solver.views.space, items), of: "left" }] : [];
      const found = this.#item(index, keep, [...broken, ...different]);
      if (found.kind === "none" && (different.length === 0 || this.#item(index, keep, broken).kind === "none"))
        return NONE;
      // Which value an earlier item has is one choice of several.
      if (found.kind !== "some") return unknown(SEVERAL_LIMITS);
      items.push(found.value);
    }
    if (unique && new Set(items.map(canonicalText)).size < items.length) return unknown("the items must differ");
    return written(items);
  }

  /** The indices that one item stands at, twins at two, and what it must hold beside the schemas at the first. */
  #at(index: number, placement: Placement, twins: Twins | undefined): { indices: readonly number[]; keep: Part[] } {
    const indices = twins && index === twins[0] ? twins : [index];
    const keep = [
      ...indices.flatMap((at) => placement.get(at) ?? []),
      ...indices.slice(1).flatMap((at) => this.#atIndex(at)),
    ];
    return { indices, keep };
  }

  /** The schemas that the item at an index is limited by. */
  #atIndex(index: number): Part[] {
    const { keep, fitting = [], held = [] } = this.#goal(index, NONE_BROKEN);
    const of = (places: readonly Place[], side: Part["of"]) => places.map((place) => ({ place, of: side }));
    return [...of(keep, "kept"), ...of(fitting, "left"), ...of(held, "right")];
  }

  /** What an item must break that stands at all of the indices, and counts once for each. */
  #brokenAt(indices: readonly number[]): Part[] {
    return [
      ...this.#violations.flatMap((violation) =>
        "index" in violation && indices.includes(violation.index) ? [violation] : [],
      ),
      ...this.#sparing.filter(({ count }) => count < indices.length),
    ];
  }

  /** Whether an item is one of the few that may be values of a schema: those that hold it anyway, and then the first. */
  #mayHold(index: number, { place, count }: Counted, placement: Placement): boolean {
    const { views } = this.#solver;
    const id = views.id(place);
    const isIt = (held: Part) => views.id(held.place) === id;
    const holders = [...placement].filter(([, held]) => held.some(isIt)).map(([at]) => at);
    const earlier = holders.filter((at) => at < index).length;
    return (holders.includes(index) ? earlier : holders.length + index - earlier) < count;
  }

  #item(index: number, hold: readonly Part[], broken: readonly Part[]): Found<Json> {
    const goal = this.#goal(index, { left: placesOf(broken, "left"), right: placesOf(broken, "right") });
    return this.#solver.find({
      ...goal,
      keep: [...goal.keep, ...placesOf(hold, "kept")],
      fitting: [...(goal.fitting ?? []), ...placesOf(hold, "left")],
      held: [...(goal.held ?? []), ...placesOf(hold, "right")],
    });
  }

  #goal(index: number, broken: Broken): Goal {
    const itemsIn = ({ arrays }: MemberLimits) => itemSchemas(arrays, index);
    return memberGoal(this.#left, broken, this.#around, itemsIn, this.#solver.views);
  }
}

function placesOf(parts: readonly Part[], side: Part["of"]): Place[] {
  return parts.filter(({ of }) => of === side).map(({ place }) => place);
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
