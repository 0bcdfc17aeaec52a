import { type Goal, type OfSide, stringSchema } from "../goal.ts";
import { type Json, setOwn } from "../json.ts";
import type { Place } from "../lower/keywords.ts";
import { isMentioned, type Mentions } from "../mentions.ts";
import type { MemberLimits, View } from "../view.ts";
import { written } from "./extent.ts";
import type { FreshName } from "./name-kinds.ts";
import {
  type Broken,
  brokenBySide,
  excludedNames,
  freshSchemas,
  mayHoldFresh,
  memberGoal,
  NONE_BROKEN,
  namesIn,
  type ObjectViolation,
  patternsOf,
  propertySchemas,
  type Sided,
  type Solver,
  TOO_MANY_KINDS,
} from "./object.ts";
import { type Found, NONE, some, unknown } from "./outcome.ts";
import { matches } from "./string.ts";

/** More free names than this are not combined. */
const MOST_FRESH = 5;
/** An object with more properties than this is not written out as a witness. */
const MOST_PROPERTIES = 1_000;
/** Plain names that are tried before a name is searched for. */
const PLAIN_NAMES = 100;

/** What the right side says at the place of an object: the schemas that must break or may stand, and the names they mention. */
export interface Around {
  readonly limits: MemberLimits;
  readonly mentions: Mentions;
  /** Properties of the whole right side that the direction does not send. */
  readonly unsent: ReadonlySet<string>;
}

/** Builds the smallest object that keeps a view and has all the violations. */
export function findObject(
  left: View,
  violations: readonly Sided<ObjectViolation>[],
  around: Around,
  solver: Solver,
): Found<Json> {
  const demands = violations.flatMap((violation) =>
    "place" in violation && typeof violation.name !== "string" ? [freshDemand(violation.name, violation)] : [],
  );
  if (demands.length > MOST_FRESH) return unknown("too many names are free at once");
  let undecided: Found<Json> | undefined;
  // One free name may have several of the violations; where few properties are allowed, it must.
  for (const groups of groupings(demands)) {
    const found = new ObjectBuilder(left, violations, groups.map(mergeFresh), around, solver).build();
    if (found.kind === "some") return found;
    if (found.kind === "unknown") undecided ??= found;
  }
  return undecided ?? NONE;
}

type Failure = Exclude<Found<Json>, { kind: "some" }>;

/** A property with a fresh name, and what its value and its name must break. */
interface FreshDemand {
  readonly matching: readonly string[];
  readonly avoiding: readonly string[];
  readonly broken: Broken;
  readonly brokenByName: readonly Place[];
}

function freshDemand(
  { matching, avoiding }: FreshName,
  violation: Sided<{ readonly keyword: string; readonly place: Place }>,
): FreshDemand {
  const byName = violation.keyword === "propertyNames";
  const broken = byName ? NONE_BROKEN : brokenBySide([violation]);
  return { matching, avoiding, broken, brokenByName: byName ? [violation.place] : [] };
}

function mergeFresh(group: readonly FreshDemand[]): FreshDemand {
  const union = <T>(pick: (demand: FreshDemand) => readonly T[]) => [...new Set(group.flatMap(pick))];
  return {
    matching: union(({ matching }) => matching),
    avoiding: union(({ avoiding }) => avoiding),
    broken: { left: union(({ broken }) => broken.left), right: union(({ broken }) => broken.right) },
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

/** How many properties an object must and may have. */
interface Counts {
  least: number;
  most: number;
}

class ObjectBuilder {
  readonly #left: View;
  readonly #around: Around;
  readonly #solver: Solver;
  readonly #violations: readonly Sided<ObjectViolation>[];
  readonly #fresh: readonly FreshDemand[];
  readonly #absent = new Set<string>();
  readonly #demands = new Map<string, { readonly of: OfSide; readonly place: Place }[]>();
  readonly #entries = new Map<string, Json>();
  readonly #counts: Counts;
  /** Of the properties that are known to the right side, where it ignores others. */
  readonly #knownCounts: Counts = { least: 0, most: Number.POSITIVE_INFINITY };
  readonly #excluded: (name: string) => boolean;

  constructor(
    left: View,
    violations: readonly Sided<ObjectViolation>[],
    fresh: readonly FreshDemand[],
    around: Around,
    solver: Solver,
  ) {
    this.#left = left;
    this.#around = around;
    this.#solver = solver;
    this.#violations = violations;
    this.#fresh = fresh;
    this.#excluded = excludedNames(left, around.mentions, solver.mode);
    this.#counts = {
      least: left.objects.reduce((least, { minProperties }) => Math.max(least, minProperties), 0),
      most: left.objects.reduce((most, { maxProperties }) => Math.min(most, maxProperties), Number.POSITIVE_INFINITY),
    };
  }

  build(): Found<Json> {
    for (const violation of this.#violations) this.#plan(violation);
    if (this.#cannotBe()) return NONE;
    // What is to be broken is tried first: mostly it cannot be, and then nothing else need be built.
    for (const [name, broken] of this.#demands) {
      const failed = this.#absent.has(name) ? NONE : this.#add(name, brokenBySide(broken));
      if (failed) return failed;
    }
    for (const demand of this.#fresh) {
      const failed = this.#addFresh(demand);
      if (failed) return failed;
    }
    for (const { required } of this.#left.objects) {
      for (const name of required) {
        if (this.#entries.has(name) || this.#left.unsent.has(name)) continue;
        // Only a schema of the right side can ask for a name that the left side does not declare.
        if (this.#excluded(name) && this.#around.unsent.has(name)) continue;
        if (this.#excluded(name)) return NONE;
        const failed = this.#absent.has(name) ? NONE : this.#add(name, NONE_BROKEN);
        if (failed) return failed;
      }
    }
    return this.#filledUp();
  }

  /** What the counts and the names alone rule out. */
  #cannotBe(): boolean {
    const [all, known] = [this.#counts, this.#knownCounts];
    if (all.least > all.most || known.least > Math.min(known.most, all.most)) return true;
    return this.#left.objects.some(({ required }) =>
      required.some((name) => this.#absent.has(name) && !this.#left.unsent.has(name)),
    );
  }

  #plan(violation: Sided<ObjectViolation>): void {
    switch (violation.keyword) {
      case "required":
        this.#absent.add(violation.name);
        return;
      case "minProperties": {
        const counts = violation.known ? this.#knownCounts : this.#counts;
        counts.most = Math.min(counts.most, violation.most);
        return;
      }
      case "maxProperties": {
        const counts = violation.known ? this.#knownCounts : this.#counts;
        counts.least = Math.max(counts.least, violation.least);
        return;
      }
      default: {
        if (typeof violation.name !== "string") return;
        const broken = this.#demands.get(violation.name) ?? [];
        this.#demands.set(violation.name, violation.keyword === "propertyNames" ? broken : [...broken, violation]);
      }
    }
  }

  /** Adds a property whose value breaks the given schemas; answers why it cannot. */
  #add(name: string, broken: Broken): Failure | undefined {
    for (const { names } of this.#left.objects) {
      const accepted = names === undefined || this.#solver.acceptsName(names, name);
      if (accepted === false) return NONE;
      if (accepted === undefined) return unknown("a schema of names cannot be judged");
    }
    const isFree = broken.left.length + broken.right.length === 0;
    const known = isFree ? smallest.get(this.#left)?.get(name) : undefined;
    const found = known ?? this.#solver.find(this.#goal(broken, propertySchemas(name)));
    if (found.kind !== "some") return found;
    if (isFree && known === undefined) remember(this.#left, name, found);
    this.#entries.set(name, found.value);
    return undefined;
  }

  #addFresh(demand: FreshDemand): Failure | undefined {
    if (demand.matching.some((source) => demand.avoiding.includes(source))) return NONE;
    const free = ({ objects }: MemberLimits) => freshSchemas(objects, demand.matching).map(({ place }) => place);
    const value = this.#solver.find(this.#goal(demand.broken, free));
    if (value.kind !== "some") return value;
    const name = this.#spell(demand);
    if (name.kind !== "some") return name;
    this.#entries.set(name.value as string, value.value);
    return undefined;
  }

  #goal(broken: Broken, schemasIn: (limits: MemberLimits) => readonly Place[]): Goal {
    return memberGoal(this.#left, broken, this.#around.limits, schemasIn, this.#solver.views);
  }

  /** A name of the kind asked for that no schema around spells out. */
  #spell({ matching, avoiding, brokenByName }: FreshDemand): Found<Json> {
    const { space } = this.#solver.views;
    const taken = new Set([
      ...namesIn(this.#left.objects),
      ...this.#around.mentions.names,
      ...this.#entries.keys(),
      ...this.#absent,
    ]);
    const rules = this.#left.objects.flatMap(({ names }) => (names ? [names] : []));
    if (matching.length === 0 && rules.length === 0 && brokenByName.length === 0) {
      for (let i = 0; i < PLAIN_NAMES; i++) {
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

  /** Adds further properties until there are enough. */
  #filledUp(): Found<Json> {
    const [all, known] = [this.#counts, this.#knownCounts];
    if (this.#entries.size > all.most || this.#known > known.most) return NONE;
    let undecided = this.#fill(
      () => this.#known < known.least,
      (isKnown) => isKnown,
    );
    undecided ??= this.#fill(
      () => this.#entries.size < all.least,
      (isKnown) => !isKnown,
    );
    undecided ??= this.#fill(
      () => this.#entries.size < all.least && this.#known < known.most,
      (isKnown) => isKnown,
    );
    if (this.#entries.size > all.most) return NONE;
    if (this.#known < known.least || this.#entries.size < all.least) return undecided ?? NONE;
    const value: Record<string, Json> = {};
    for (const [name, member] of this.#entries) setOwn(value, name, member);
    return written(value);
  }

  /**
   * Adds properties of those taken, as long as the object is short of them: optional ones, those that the right side
   * names, and then free ones. Answers why there may be more that were not found.
   */
  #fill(isShort: () => boolean, takes: (isKnown: boolean) => boolean): Failure | undefined {
    if (!isShort()) return undefined;
    let undecided: Failure | undefined;
    for (const name of new Set([...namesIn(this.#left.objects), ...this.#around.mentions.names])) {
      if (!isShort()) return undefined;
      if (this.#entries.has(name) || this.#absent.has(name) || this.#left.unsent.has(name)) continue;
      if (this.#excluded(name) || !takes(this.#isKnown(name))) continue;
      const failed = this.#add(name, NONE_BROKEN);
      if (failed?.kind === "unknown") undecided ??= failed;
    }
    if (!mayHoldFresh(this.#left, this.#solver.views)) return undecided;
    const patterns = new Set([...patternsOf(this.#left.objects), ...(this.#counted?.patterns ?? [])]);
    const kinds = this.#solver.nameKinds([...patterns]);
    for (const kind of kinds ?? []) {
      if (!takes(this.#counted?.patterns.some((source) => kind.matching.includes(source)) ?? true)) continue;
      while (isShort()) {
        if (this.#entries.size >= MOST_PROPERTIES) return unknown("the object would be too large to write");
        const failed = this.#addFresh({ ...kind, broken: NONE_BROKEN, brokenByName: [] });
        if (failed?.kind === "unknown") undecided ??= failed;
        if (failed) break;
      }
    }
    return kinds === undefined ? unknown(TOO_MANY_KINDS) : undecided;
  }

  /** The names that count where others are ignored. */
  get #counted(): Mentions | undefined {
    for (const violation of this.#violations) if ("known" in violation && violation.known) return violation.known;
    return undefined;
  }

  #isKnown(name: string): boolean {
    return this.#counted === undefined || isMentioned(this.#counted, name);
  }

  /** The number of properties so far that count. */
  get #known(): number {
    return this.#counted === undefined
      ? this.#entries.size
      : [...this.#entries.keys()].filter((name) => this.#isKnown(name)).length;
  }
}
