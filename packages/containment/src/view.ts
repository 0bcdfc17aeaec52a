import { compareNumbers } from "./exact.ts";
import type { OfSide } from "./goal.ts";
import { canonicalText, type Json } from "./json.ts";

import { append, compact } from "./lists.ts";
import type { ArrayLimits, Clause, Keywords, ObjectLimits, Place } from "./lower/keywords.ts";
import { clauseKey } from "./lower/node.ts";
import type { Space } from "./lower/space.ts";
import { ALL_TYPES, ARRAY, NUMBER, OBJECT, STRING, type TypeSet } from "./lower/types.ts";
import { addMentions, limitsOnKnown, type Mentions, type MutableMentions } from "./mentions.ts";
import type { Mode } from "./mode.ts";
import { ANY_NUMBER, type Limits, meetLimits } from "./types/number.ts";
import { ANY_STRING, keepString, type StringPlan } from "./types/string.ts";
import { unevaluatedLimits } from "./types/unevaluated.ts";

/** Several schemas that must all hold, with `allOf` and references taken in: what they ask for, side by side. */
export interface View {
  /** The schemas themselves and all they take in. */
  readonly members: readonly Place[];
  readonly types: TypeSet;
  readonly values: readonly Json[] | undefined;
  readonly number: Limits;
  readonly string: StringPlan;
  readonly arrays: readonly ArrayLimits[];
  readonly objects: readonly ObjectLimits[];
  readonly clauses: readonly Clause[];
  readonly opaque: string | undefined;
  /** Properties that the direction asked about does not send. */
  readonly unsent: ReadonlySet<string>;
  /** What the left side says, where other schemas are to hold beside it: parts of it that are to fit, and those of the right side. */
  readonly left?: View;
  readonly fitting?: View;
}

/** Schemas that are to hold together, by the side they belong to (`Goal`). */
export interface Holding {
  readonly keep: readonly Place[];
  readonly fitting: readonly Place[];
  readonly held: readonly Place[];
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Views of one schema that are remembered at a time, and those of several, which are larger and more seldom asked for again. */
const MOST_SINGLE = 50_000;
const MOST_JOINT = 20_000;

/** Members of a view up to which it is faster to look at each than to remember what they mean. */
const FEW_MEMBERS = 8;

/** Builds views and answers what a schema mentions, remembered by node. */
export class Views {
  readonly space: Space;
  readonly #mode: Mode;
  readonly #views = new Map<string, View>();
  /** Those of one schema, by its node: nearly all that are asked for. */
  readonly #single = new Map<number, View>();
  readonly #sent = new Map<number, boolean>();
  readonly #unsentNames = new WeakMap<ObjectLimits, ReadonlySet<string>>();
  readonly #mentions = new Map<number, Mentions>();
  readonly #allMentions = new Map<string, Mentions>();
  readonly #members = new Map<string, MemberLimits>();
  readonly #clauseKeys = new WeakMap<Clause, string>();
  readonly #memberIds = new WeakMap<readonly Place[], ReadonlySet<number>>();

  constructor(space: Space, mode: Mode) {
    this.space = space;
    this.#mode = mode;
  }

  id(place: Place): number {
    return (place.node ?? this.space.node(place)).id;
  }

  /** The view of schemas that must all hold. */
  of(places: readonly Place[]): View {
    this.space.steps.take(places.length);
    const only = places[0];
    if (only !== undefined && places.length === 1) return this.#ofOne(only);
    const key = this.#key(places);
    let view = this.#views.get(key);
    if (view === undefined) {
      if (this.#views.size >= MOST_JOINT) this.#views.clear();
      this.#views.set(key, (view = this.#build(places)));
    }
    return view;
  }

  #ofOne(place: Place): View {
    const id = this.id(place);
    let view = this.#single.get(id);
    if (view === undefined) {
      if (this.#single.size >= MOST_SINGLE) this.#single.clear();
      this.#single.set(id, (view = this.#build([place])));
    }
    return view;
  }

  #key(places: readonly Place[]): string {
    let key = "";
    for (const place of places) key += `${this.id(place)},`;
    return key;
  }

  /**
   * The view of schemas of both sides that are to hold together. What a part does not have sent, it says nothing about; the value
   * is that of the left side, and may have it.
   *
   * @param whole the left side, and the schema of the right side, that the others are parts of
   * @param right all that the right side says there: of names that it passes over, those to hold say nothing
   */
  beside(holding: Holding, whole: Readonly<Record<OfSide, readonly Place[]>>, right: readonly Place[]): View {
    const { keep, fitting, held } = holding;
    if (held.length + fitting.length === 0) return this.of(keep);
    const known = held.length > 0 ? this.knownTo(right) : undefined;
    const around = this.#mode.direction === "none" ? "" : `${this.#key(whole.left)}+${this.#key(whole.right)}`;
    const key = `${this.#key(keep)}+${this.#key(fitting)}+${this.#key(held)}+${around}+${known ? this.#key(right) : ""}`;
    let view = this.#views.get(key);
    if (view === undefined) {
      view = this.#beside(holding, whole, known);
      if (this.#views.size >= MOST_JOINT) this.#views.clear();
      this.#views.set(key, view);
    }
    return view;
  }

  /** The names that a right side knows, where it passes over others. */
  knownTo(right: readonly Place[]): Mentions | undefined {
    if (this.#mode.unknownProperties === "refuse") return undefined;
    const mentions = this.mentions(right);
    return mentions.closed ? mentions : undefined;
  }

  #beside(
    { keep, fitting, held }: Holding,
    whole: Readonly<Record<OfSide, readonly Place[]>>,
    known: Mentions | undefined,
  ): View {
    const left = this.of(keep);
    const all = this.of([...keep, ...fitting, ...held]);
    const view = { ...all, left, fitting: this.of(fitting) };
    const outer = { left: this.of(whole.left).unsent, right: this.of(whole.right).unsent };
    if (all.unsent.size + outer.left.size + outer.right.size === 0 && known === undefined) return view;
    const limitsOf = (places: readonly Place[], side: OfSide) =>
      places.flatMap((place) => {
        const { objects, unsent } = this.of([place]);
        const silent = outer[side].union(unsent);
        const counted = side === "right" && known ? objects.map((limits) => limitsOnKnown(limits, known)) : objects;
        return counted.map((limits) => this.#silentOn(limits, silent));
      });
    const [fits, others] = [limitsOf(fitting, "left"), limitsOf(held, "right")];
    // What a part asks for, and the left side does not have sent, no object has.
    const lacks = [...fits, ...others].some(({ required }) => required.some((name) => left.unsent.has(name)));
    return {
      ...view,
      fitting: { ...view.fitting, objects: fits },
      types: lacks ? all.types & ~OBJECT : all.types,
      objects: [...left.objects, ...fits, ...others],
      unsent: left.unsent,
    };
  }

  /** The limits of schemas on the members of values, those of branches included, as far as they mention names. */
  membersAt(places: readonly Place[]): MemberLimits {
    const key = this.#key(places);
    let limits = this.#members.get(key);
    if (limits === undefined) {
      const all = this.atPlace(places);
      const objects = all.flatMap(({ object }) => (object ? [object] : []));
      limits = { objects, arrays: all.flatMap(({ array }) => (array ? [array] : [])) };
      if (this.#members.size >= MOST_JOINT) this.#members.clear();
      this.#members.set(key, limits);
    }
    return limits;
  }

  /** Those of some schemas that mention a name for objects at their place. */
  mentioning(places: readonly Place[]): Place[] {
    return places.filter((place) => {
      const { names, patterns, closed } = this.#mentionsOf(place);
      return closed || names.size > 0 || patterns.length > 0;
    });
  }

  /** Whether some schemas have a clause that means the same. */
  haveClause(places: readonly Place[], clause: Clause): boolean {
    return this.of(places).clauses.some((each) => each === clause || this.#keyOf(each) === this.#keyOf(clause));
  }

  #keyOf(clause: Clause): string {
    let key = this.#clauseKeys.get(clause);
    if (key === undefined) this.#clauseKeys.set(clause, (key = clauseKey(clause, (place) => String(this.id(place)))));
    return key;
  }

  /** Limits that say nothing of some names. */
  #silentOn(limits: ObjectLimits, names: ReadonlySet<string>): ObjectLimits {
    if (names.size === 0) return limits;
    const anything = this.space.anything();
    return {
      ...limits,
      properties: new Map([...limits.properties, ...[...names].map((name) => [name, anything] as const)]),
      required: limits.required.filter((name) => !names.has(name)),
    };
  }

  /** The same without memory, for callers to whom it matters at which of several equal places a schema stands. */
  located(places: readonly Place[]): View {
    return this.#build(places);
  }

  /** Names that schemas mention for objects at their place, in branches too. */
  mentions(places: readonly Place[]): Mentions {
    const only = places[0];
    if (only !== undefined && places.length === 1) return this.#mentionsOf(only);
    const key = this.#key(places);
    let mentions = this.#allMentions.get(key);
    if (mentions === undefined) {
      const all = places.map((place) => this.#mentionsOf(place));
      mentions = {
        names: new Set(all.flatMap(({ names }) => [...names])),
        patterns: all.flatMap(({ patterns }) => patterns),
        closed: all.some(({ closed }) => closed),
      };
      if (this.#allMentions.size >= MOST_JOINT) this.#allMentions.clear();
      this.#allMentions.set(key, mentions);
    }
    return mentions;
  }

  #build(places: readonly Place[]): View {
    const members: Place[] = [];
    const seen = new Set<number>();
    const open = places.toReversed();
    for (let place = open.pop(); place; place = open.pop()) {
      const id = this.id(place);
      if (seen.has(id)) continue;
      seen.add(id);
      const target = this.space.aliasEnd(place);
      seen.add(this.id(target));
      members.push(target);
      append(open, this.space.keywords(target).all.toReversed());
    }
    this.space.steps.take(members.length);
    return this.#merge(compact(members));
  }

  /** Whether a schema means the same as one of those that a view joins. */
  joins({ members }: View, place: Place): boolean {
    const id = this.id(place);
    if (members.length <= FEW_MEMBERS) return members.some((member) => this.id(member) === id);
    let ids = this.#memberIds.get(members);
    if (ids === undefined) this.#memberIds.set(members, (ids = new Set(members.map((member) => this.id(member)))));
    return ids.has(id);
  }

  #merge(members: readonly Place[]): View {
    let types = ALL_TYPES;
    let values: readonly Json[] | undefined;
    let number = ANY_NUMBER;
    let string = ANY_STRING;
    let opaque: string | undefined;
    const arrays: ArrayLimits[] = [];
    const objects: ObjectLimits[] = [];
    const clauses: Clause[] = [];
    for (const member of members) {
      const keywords = this.space.keywords(member);
      types &= keywords.types;
      if (keywords.values) values = values === undefined ? keywords.values : meetValues(values, keywords.values);
      if (keywords.number) number = meetLimits(number, keywords.number);
      if (keywords.string) string = keepString(string, keywords.string);
      if (keywords.array) arrays.push(keywords.array);
      if (keywords.object) objects.push(keywords.object);
      const unevaluated = unevaluatedLimits(member, this.space);
      append(clauses, keywords.clauses);
      append(
        clauses,
        unevaluated.clauses.map(({ clause }) => clause),
      );
      if (unevaluated.array) arrays.push(unevaluated.array);
      if (unevaluated.object) objects.push(unevaluated.object);
      opaque ??= keywords.opaque ?? unevaluated.opaque;
    }
    types &= ~emptyTypes(number, string, arrays);
    return {
      members,
      types,
      values,
      number,
      string,
      arrays: compact(arrays),
      objects: compact(objects),
      clauses: compact(clauses),
      opaque,
      unsent: this.#unsent(objects),
    };
  }

  #unsent(objects: readonly ObjectLimits[]): ReadonlySet<string> {
    if (this.#mode.direction === "none") return NO_NAMES;
    const lists = objects.map((limits) => this.#unsentOf(limits)).filter(({ size }) => size > 0);
    const [first = NO_NAMES] = lists;
    return lists.length < 2 ? first : new Set(lists.flatMap((names) => [...names]));
  }

  #unsentOf(limits: ObjectLimits): ReadonlySet<string> {
    let unsent = this.#unsentNames.get(limits);
    if (unsent === undefined) {
      this.space.steps.take(limits.properties.size);
      unsent = new Set([...limits.properties].flatMap(([name, place]) => (this.#isSent(place) ? [] : [name])));
      this.#unsentNames.set(limits, unsent);
    }
    return unsent;
  }

  /** OpenAPI 3.1, section 4.8.24.4 (readOnly and writeOnly); the flag may stand behind a reference or in an `allOf`. */
  #isSent(place: Place): boolean {
    const id = this.id(place);
    let sent = this.#sent.get(id);
    if (sent === undefined) this.#sent.set(id, (sent = !this.#isHeld(place)));
    return sent;
  }

  #isHeld(place: Place): boolean {
    const seen = new Set<number>();
    const open = [place];
    for (let at = open.pop(); at; at = open.pop()) {
      if (seen.has(this.id(at))) continue;
      seen.add(this.id(at));
      const keywords = this.space.keywords(this.space.aliasEnd(at));
      if (this.#mode.direction === "request" ? keywords.readOnly : keywords.writeOnly) return true;
      append(open, keywords.all);
    }
    return false;
  }

  #mentionsOf(place: Place): Mentions {
    const id = this.id(place);
    const known = this.#mentions.get(id);
    if (known) return known;
    const found: MutableMentions = { names: new Set(), patterns: [], closed: false };
    for (const keywords of this.atPlace([place])) {
      addMentions(found, keywords, this.space);
      if (keywords.unevaluatedProperties && this.space.keywords(keywords.unevaluatedProperties).types === 0)
        found.closed = true;
    }
    this.#mentions.set(id, found);
    return found;
  }

  /** The keywords of schemas and of all that stand at the same place of a value with them, in whichever branch. */
  atPlace(places: readonly Place[]): Keywords[] {
    const found: Keywords[] = [];
    const seen = new Set<number>();
    const open = places.toReversed();
    for (let at = open.pop(); at; at = open.pop()) {
      if (seen.has(this.id(at))) continue;
      seen.add(this.id(at));
      const keywords = this.space.keywords(this.space.aliasEnd(at));
      found.push(keywords);
      append(open, [...keywords.all, ...keywords.clauses.flatMap(clausePlaces)].reverse());
    }
    return found;
  }
}

/** Types of which the limits, met, leave no value; seen here, where it costs little, it ends a search before it begins. */
function emptyTypes(number: Limits, string: StringPlan, arrays: readonly ArrayLimits[]): TypeSet {
  let empty = 0;
  if (compareNumbers(number.lower.at, number.upper.at) > 0) empty |= NUMBER;
  if (string.minLength > string.maxLength) empty |= STRING;
  const least = arrays.reduce((most, { minItems }) => Math.max(most, minItems), 0);
  if (arrays.some(({ maxItems }) => maxItems < least)) empty |= ARRAY;
  return empty;
}

/** Limits on objects and arrays that stand at one place of a value. */
export interface MemberLimits {
  readonly objects: readonly ObjectLimits[];
  readonly arrays: readonly ArrayLimits[];
}

function clausePlaces(clause: Clause): readonly Place[] {
  switch (clause.kind) {
    case "anyOf":
    case "oneOf":
      return clause.parts;
    case "not":
      return [clause.part];
    case "if":
      return [clause.test, clause.yes, clause.no].filter((place) => place !== undefined);
    case "dependent":
      return Array.isArray(clause.part) ? [] : [clause.part as Place];
  }
}

function meetValues(a: readonly Json[], b: readonly Json[]): readonly Json[] {
  const texts = new Set(b.map(canonicalText));
  return a.filter((value) => texts.has(canonicalText(value)));
}
