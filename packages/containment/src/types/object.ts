import { type Goal, stringSchema } from "../goal.ts";
import { type Json, setOwn } from "../json.ts";
import { ANY_OBJECT, type ObjectLimits } from "../lower/keywords.ts";
import type { Place } from "../lower/place.ts";
import type { Mode } from "../mode.ts";
import { isMentioned, type Mentions, type View, type Views } from "../view.ts";
import { type Found, NONE, some, unknown } from "./outcome.ts";
import { matches } from "./string.ts";

/** The keyword by which an object limits the value of a property. */
export type ValueKeyword = "properties" | "patternProperties" | "additionalProperties";

/** A name that no schema spells out, known only by the patterns it matches. */
export interface FreshName {
  readonly matching: readonly string[];
  readonly avoiding: readonly string[];
}

/** One way for an object to break limits. */
export type ObjectViolation =
  | { readonly keyword: "required"; readonly name: string }
  | { readonly keyword: ValueKeyword; readonly name: string | FreshName; readonly place: Place }
  | { readonly keyword: "propertyNames"; readonly name: string | FreshName; readonly place: Place }
  | { readonly keyword: "minProperties"; readonly most: number; readonly known: Mentions | undefined }
  | { readonly keyword: "maxProperties"; readonly least: number; readonly known: Mentions | undefined };

/** What objects need of the search around them. */
export interface Solver {
  readonly views: Views;
  readonly mode: Mode;
  find(goal: Goal): Found<Json>;
  /** Whether a schema accepts a property name. */
  acceptsName(place: Place, name: string): boolean;
}

/** More patterns than this on one object are not told apart, and more free names not combined. */
const MOST_PATTERNS = 8;
const MOST_FRESH = 5;

/** The schemas that limit the value of a property, each with its keyword. */
export function valueSchemas(
  objects: readonly ObjectLimits[],
  name: string,
): { readonly keyword: ValueKeyword; readonly place: Place }[] {
  return objects.flatMap(({ properties, patterns, additional }) => {
    const found: { keyword: ValueKeyword; place: Place }[] = [];
    const property = properties.get(name);
    if (property) found.push({ keyword: "properties", place: property });
    for (const { source, place } of patterns)
      if (matches(name, source)) found.push({ keyword: "patternProperties", place });
    if (found.length === 0 && additional) found.push({ keyword: "additionalProperties", place: additional });
    return found;
  });
}

/** The schemas that limit a fresh name's value. */
function freshSchemas(
  objects: readonly ObjectLimits[],
  matching: readonly string[],
): { readonly keyword: ValueKeyword; readonly place: Place }[] {
  return objects.flatMap(({ patterns, additional }) => {
    const found = patterns
      .filter(({ source }) => matching.includes(source))
      .map(({ place }) => ({ keyword: "patternProperties" as ValueKeyword, place }));
    return found.length === 0 && additional
      ? [{ keyword: "additionalProperties" as ValueKeyword, place: additional }]
      : found;
  });
}

/** What is known of the two sides when an object is to keep `left` and break a member of the right side. */
export interface Sides {
  readonly left: View;
  /** The member's limits, and the view of the whole right schema it belongs to. */
  readonly right: ObjectLimits;
  readonly rightView: View;
  /** What the right side mentions at this place. */
  readonly mentions: Mentions;
  /** Names that other schemas to be broken spell out. */
  readonly otherNames: ReadonlySet<string>;
}

/** All ways in which an object that keeps the left side can break limits of the right side. */
export function* objectViolations(
  { left, right, rightView, mentions, otherNames }: Sides,
  solver: Solver,
): Generator<ObjectViolation> {
  const { mode, views } = solver;
  const ignoring = mode.unknownProperties === "ignore" && mentions.closed;
  const known = ignoring ? mentions : undefined;
  const isKnown = (name: string) => known === undefined || isMentioned(known, name);
  for (const name of right.required) if (!rightView.unsent.has(name)) yield { keyword: "required", name };
  if (right.minProperties > 0) yield { keyword: "minProperties", most: right.minProperties - 1, known };
  if (right.maxProperties !== Number.POSITIVE_INFINITY)
    yield { keyword: "maxProperties", least: right.maxProperties + 1, known };
  const excluded = excludedNames(left, mentions, mode);
  for (const name of new Set([...namesIn([...left.objects, right]), ...otherNames])) {
    if (left.unsent.has(name) || rightView.unsent.has(name) || excluded(name) || !isKnown(name)) continue;
    const kept = valueSchemas(left.objects, name).map(({ place }) => views.id(place));
    for (const { keyword, place } of valueSchemas([right], name))
      if (!kept.includes(views.id(place))) yield { keyword, name, place };
    if (right.names && !solver.acceptsName(right.names, name))
      yield { keyword: "propertyNames", name, place: right.names };
  }
  if (!mayHoldFresh(left, views)) return;
  for (const fresh of freshNames(left.objects, right)) {
    const declared = right.patterns.some(({ source }) => fresh.matching.includes(source));
    if (ignoring && !declared) continue;
    for (const { keyword, place } of freshSchemas([right], fresh.matching)) yield { keyword, name: fresh, place };
    if (right.names) yield { keyword: "propertyNames", name: fresh, place: right.names };
  }
}

/**
 * The declared reading: an open left object holds no name that only the right side mentions (`Mode.extras`).
 */
function excludedNames(left: View, mentions: Mentions, mode: Mode): (name: string) => boolean {
  const open = left.objects.every(({ additional }) => additional === undefined);
  if (mode.extras === "strict" || !open) return () => false;
  const declared = (name: string) =>
    left.objects.some(
      ({ properties, required, patterns }) =>
        properties.has(name) || required.includes(name) || patterns.some(({ source }) => matches(name, source)),
    );
  return (name) => mentions.names.has(name) && !declared(name);
}

/** All names that limits spell out. */
export function namesIn(objects: readonly ObjectLimits[]): string[] {
  return objects.flatMap(({ properties, required }) => [...properties.keys(), ...required]);
}

/** Whether an object of this view may hold names that it does not spell out. */
function mayHoldFresh({ objects }: View, { space }: Views): boolean {
  return objects.every(
    ({ additional, patterns }) =>
      patterns.length > 0 || additional === undefined || space.keywords(additional).types !== 0,
  );
}

/** Fresh names by the patterns they match; each kind is limited in its own way. */
function* freshNames(objects: readonly ObjectLimits[], right: ObjectLimits): Generator<FreshName> {
  const sources = [...new Set([...objects, right].flatMap(({ patterns }) => patterns.map(({ source }) => source)))];
  for (let bits = 0; bits < 2 ** Math.min(sources.length, MOST_PATTERNS); bits++) {
    const matching = sources.filter((_, i) => i < MOST_PATTERNS && bits & (1 << i));
    yield { matching, avoiding: sources.filter((source) => !matching.includes(source)) };
  }
}

/** Builds the smallest object that keeps a view and has all the violations. */
export function findObject(
  left: View,
  violations: readonly ObjectViolation[],
  beside: readonly View[],
  solver: Solver,
): Found<Json> {
  const demands = violations.flatMap((violation) =>
    "place" in violation && typeof violation.name !== "string" ? [freshDemand(violation.name, violation)] : [],
  );
  if (demands.length > MOST_FRESH) return unknown("too many names are free at once");
  let undecided: Found<Json> | undefined;
  // One free name may have several of the violations; where few properties are allowed, it must.
  for (const groups of groupings(demands)) {
    const found = new ObjectBuilder(left, violations, groups.map(mergeFresh), beside, solver).build();
    if (found.kind === "some") return found;
    if (found.kind === "unknown") undecided ??= found;
  }
  return undecided ?? NONE;
}

/** A property with a fresh name, and what its value and its name must break. */
interface FreshDemand {
  readonly matching: readonly string[];
  readonly avoiding: readonly string[];
  readonly broken: readonly Place[];
  readonly brokenByName: readonly Place[];
}

function freshDemand(
  { matching, avoiding }: FreshName,
  violation: { readonly keyword: string; readonly place: Place },
): FreshDemand {
  const byName = violation.keyword === "propertyNames";
  return { matching, avoiding, broken: byName ? [] : [violation.place], brokenByName: byName ? [violation.place] : [] };
}

function mergeFresh(group: readonly FreshDemand[]): FreshDemand {
  const union = <T>(pick: (demand: FreshDemand) => readonly T[]) => [...new Set(group.flatMap(pick))];
  return {
    matching: union(({ matching }) => matching),
    avoiding: union(({ avoiding }) => avoiding),
    broken: union(({ broken }) => broken),
    brokenByName: union(({ brokenByName }) => brokenByName),
  };
}

/** All ways to divide a list into groups, the finest first. */
function groupings<T>(items: readonly T[]): T[][][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return groupings(rest)
    .flatMap((groups) => [[[first], ...groups], ...groups.map((group, i) => groups.toSpliced(i, 1, [first, ...group]))])
    .sort((a, b) => b.length - a.length);
}

/** The smallest values of properties of a view, which most objects built from it share. */
const smallest = new WeakMap<View, Map<string, Found<Json> & { kind: "some" }>>();

function remember(view: View, name: string, found: Found<Json> & { kind: "some" }): void {
  const values = smallest.get(view) ?? new Map();
  smallest.set(view, values.set(name, found));
}

/** The goal for the value of a property that keeps a view and breaks the given schemas. */
export function memberGoal(left: View, name: string, broken: readonly Place[], besides: readonly View[]): Goal {
  const keep = valueSchemas(left.objects, name).map(({ place }) => place);
  const beside =
    broken.length === 0 ? [] : besides.flatMap((view) => valueSchemas(view.objects, name).map(({ place }) => place));
  return { keep, break: broken, beside };
}

class ObjectBuilder {
  readonly #left: View;
  readonly #beside: readonly View[];
  readonly #solver: Solver;
  readonly #violations: readonly ObjectViolation[];
  readonly #fresh: readonly FreshDemand[];
  readonly #absent = new Set<string>();
  readonly #demands = new Map<string, Place[]>();
  readonly #entries = new Map<string, Json>();
  #most: number;
  #least: number;

  constructor(
    left: View,
    violations: readonly ObjectViolation[],
    fresh: readonly FreshDemand[],
    beside: readonly View[],
    solver: Solver,
  ) {
    this.#left = left;
    this.#beside = beside;
    this.#solver = solver;
    this.#violations = violations;
    this.#fresh = fresh;
    this.#least = left.objects.reduce((least, { minProperties }) => Math.max(least, minProperties), 0);
    this.#most = left.objects.reduce(
      (most, { maxProperties }) => Math.min(most, maxProperties),
      Number.POSITIVE_INFINITY,
    );
  }

  build(): Found<Json> {
    for (const violation of this.#violations) this.#plan(violation);
    if (this.#cannotBe()) return NONE;
    // What is to be broken is tried first: mostly it cannot be, and then nothing else need be built.
    for (const [name, broken] of this.#demands) {
      const failed = this.#absent.has(name) ? NONE : this.#add(name, broken);
      if (failed) return failed;
    }
    for (const demand of this.#fresh) {
      const failed = this.#addFresh(demand);
      if (failed) return failed;
    }
    for (const { required } of this.#left.objects) {
      for (const name of required) {
        if (this.#entries.has(name) || this.#left.unsent.has(name)) continue;
        const failed = this.#absent.has(name) ? NONE : this.#add(name, []);
        if (failed) return failed;
      }
    }
    return this.#count();
  }

  /** What the counts and the names alone rule out. */
  #cannotBe(): boolean {
    if (this.#least > this.#most && this.#counted === undefined) return true;
    return this.#left.objects.some(({ required }) =>
      required.some((name) => this.#absent.has(name) && !this.#left.unsent.has(name)),
    );
  }

  #plan(violation: ObjectViolation): void {
    switch (violation.keyword) {
      case "required":
        this.#absent.add(violation.name);
        return;
      case "minProperties":
        this.#most = Math.min(this.#most, violation.most);
        return;
      case "maxProperties":
        this.#least = Math.max(this.#least, violation.least);
        return;
      default: {
        if (typeof violation.name !== "string") return;
        const broken = this.#demands.get(violation.name) ?? [];
        this.#demands.set(
          violation.name,
          violation.keyword === "propertyNames" ? broken : [...broken, violation.place],
        );
      }
    }
  }

  /** Adds a property whose value breaks the given schemas; answers why it cannot. */
  #add(name: string, broken: readonly Place[]): Exclude<Found<Json>, { kind: "some" }> | undefined {
    const { objects } = this.#left;
    if (objects.some(({ names }) => names && !this.#solver.acceptsName(names, name))) return NONE;
    const known = broken.length === 0 ? smallest.get(this.#left)?.get(name) : undefined;
    const found = known ?? this.#solver.find(memberGoal(this.#left, name, broken, this.#beside));
    if (found.kind !== "some") return found;
    if (broken.length === 0 && known === undefined) remember(this.#left, name, found);
    this.#entries.set(name, found.value);
    return undefined;
  }

  #addFresh(demand: FreshDemand): Exclude<Found<Json>, { kind: "some" }> | undefined {
    const { objects } = this.#left;
    if (demand.matching.some((source) => demand.avoiding.includes(source))) return NONE;
    const keep = freshSchemas(objects, demand.matching).map(({ place }) => place);
    const beside = this.#beside.flatMap((view) =>
      freshSchemas(view.objects, demand.matching).map(({ place }) => place),
    );
    const value = this.#solver.find({ keep, break: demand.broken, beside });
    if (value.kind !== "some") return value;
    const name = this.#spell(demand);
    if (name.kind !== "some") return name;
    this.#entries.set(name.value as string, value.value);
    return undefined;
  }

  /** A name of the kind asked for that no schema around spells out. */
  #spell({ matching, avoiding, brokenByName }: FreshDemand): Found<Json> {
    const { space } = this.#solver.views;
    const spelled = [this.#left, ...this.#beside].flatMap((view) => namesIn(view.objects));
    const taken = new Set([...spelled, ...this.#entries.keys(), ...this.#absent]);
    const rules = this.#left.objects.flatMap(({ names }) => (names ? [names] : []));
    if (matching.length === 0 && rules.length === 0 && brokenByName.length === 0) {
      for (let i = 0; i < 100; i++) {
        const name = i === 0 ? "extra" : `extra${i}`;
        if (!taken.has(name) && !avoiding.some((source) => matches(name, source))) return some(name);
      }
    }
    const avoided = avoiding.map((source) => stringSchema(space, { patterns: [source] }));
    return this.#solver.find({
      keep: [stringSchema(space, { patterns: matching }), ...rules],
      break: [...avoided, stringSchema(space, { values: [...taken] }), ...brokenByName],
      beside: [],
    });
  }

  /** Adds optional properties until there are enough. */
  #count(): Found<Json> {
    if (this.#size() > this.#most) return NONE;
    let undecided: Found<Json> | undefined;
    const optional = new Set(this.#left.objects.flatMap(({ properties }) => [...properties.keys()]));
    for (const name of optional) {
      if (this.#size() >= this.#least) break;
      if (this.#entries.has(name) || this.#absent.has(name) || this.#left.unsent.has(name)) continue;
      const failed = this.#add(name, []);
      if (failed?.kind === "unknown") undecided = failed;
    }
    for (const fresh of mayHoldFresh(this.#left, this.#solver.views)
      ? freshNames(this.#left.objects, ANY_OBJECT)
      : []) {
      for (let failed = false; !failed && this.#size() < this.#least && this.#entries.size < 1_000; ) {
        const reason = this.#addFresh({ ...fresh, broken: [], brokenByName: [] });
        failed = reason !== undefined;
        if (reason?.kind === "unknown") undecided = reason;
      }
    }
    if (this.#size() < this.#least)
      return undecided ?? (this.#least > 1_000 ? unknown("the object would be too large to write") : NONE);
    // More properties than are allowed only because unknown ones had to be added: another choice may fit.
    if (this.#size() > this.#most) return unknown("the number of properties is limited in two ways at once");
    const value: Record<string, Json> = {};
    for (const [name, member] of this.#entries) setOwn(value, name, member);
    return some(value);
  }

  /** The names that count where others are ignored. */
  get #counted(): Mentions | undefined {
    for (const violation of this.#violations) if ("known" in violation && violation.known) return violation.known;
    return undefined;
  }

  /** The number of properties that count: where unknown names are ignored, only known ones. */
  #size(): number {
    const known = this.#counted;
    return known === undefined
      ? this.#entries.size
      : [...this.#entries.keys()].filter((name) => isMentioned(known, name)).length;
  }
}
