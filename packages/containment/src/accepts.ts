import { isNumber } from "./exact.ts";
import { alternativesOf } from "./goal.ts";
import { canonicalText, isObject, type Json, type JsonObject, setOwn } from "./json.ts";
import type { ArrayLimits, Clause, ObjectLimits, Place } from "./lower/keywords.ts";
import { typeOf } from "./lower/types.ts";
import { isMentioned } from "./mentions.ts";
import type { Mode } from "./mode.ts";
import { itemSchemas } from "./types/array.ts";
import { isListed } from "./types/listed.ts";
import { numberViolations, withinLimits } from "./types/number.ts";
import { valueSchemas } from "./types/object.ts";
import { refusingKeyword, withinStringLimits } from "./types/string.ts";
import type { Views } from "./view.ts";
import { memberClauses } from "./ways.ts";

/** Whether a value is accepted; undefined where a schema cannot be judged, or no steps are left to do so. */
export type Acceptance = boolean | undefined;

/**
 * Which side of a containment question a schema stands on. A value of the left side has no property that is not sent; the
 * right side accepts any there, and may pass over names that it does not know. `either` is what both have in common: whether
 * a schema refuses a value by what it says.
 */
export type Side = "left" | "right" | "either";

const SIDES: readonly Side[] = ["left", "right", "either"];

const NONE_UNSENT: ReadonlySet<string> = new Set();

/** Schemas within one another that are looked at before a value counts as not judged, so that none exhausts the stack. */
const DEEPEST = 150;

/** Validates values against lowered schemas: for finite sets, and to check what a search has found. */
export class Validator {
  readonly #views: Views;
  readonly #mode: Mode;
  #depth = 0;
  /**
   * Answers about parts of the value that is judged now, by schema and side: that a schema is met on many ways costs no more
   * than on one.
   */
  readonly #answers = new Map<Json, Map<number, Acceptance>>();

  constructor(views: Views, mode: Mode) {
    this.#views = views;
    this.#mode = mode;
  }

  /**
   * @param around all that the side says at the place of the value: names that a right side knows there are not passed over, and
   * those that the left side does not have sent are asked for by none of its parts
   */
  accepts(place: Place, value: Json, side: Side, around: readonly Place[] = [place]): Acceptance {
    if (side === "either") return this.#acceptsHere(place, value, side, this.#views.of(around).unsent);
    return this.#acceptsPart(place, side === "right" ? this.seen(around, value) : value, side);
  }

  /** Judges a value, or a member of one, as its side sees it. */
  #acceptsPart(place: Place, value: Json, side: Side): Acceptance {
    return this.#acceptsHere(place, value, side, NONE_UNSENT);
  }

  /** The member of a right side, and its keyword, that refuses a value; undefined where none can be named. */
  refusal(place: Place, sent: Json): { readonly member: Place; readonly keyword: string } | undefined {
    const value = this.seen([place], sent);
    if (this.#acceptsPart(place, value, "right") !== false) return undefined;
    const { members, unsent } = this.#views.located([place]);
    for (const member of members) {
      const { types, values, number, string } = this.#views.space.keywords(member);
      const keyword =
        (values && !isListed(values, value) && "enum") ||
        ((types & typeOf(value)) === 0 && "type") ||
        (isNumber(value) &&
          number &&
          numberViolations(number).find(({ limits }) => !withinLimits(value, limits))?.keyword) ||
        (typeof value === "string" && string && refusingKeyword(value, string)) ||
        (Array.isArray(value) && this.#refusingArrays(member, value)) ||
        (isObject(value) && this.#refusingObjects(member, value)) ||
        memberClauses(member, this.#views.space).find(
          ({ clause }) => this.#clause(clause, value, "right", unsent) === false,
        )?.keyword;
      if (keyword) return { member, keyword };
    }
    return { member: place, keyword: "schema" };
  }

  /** The keyword of a schema that counts or compares the items of an array, and refuses it. */
  #refusingArrays(member: Place, value: readonly Json[]): string | undefined {
    const { array } = this.#views.space.keywords(member);
    if (array === undefined) return undefined;
    if (value.length < array.minItems) return "minItems";
    if (value.length > array.maxItems) return "maxItems";
    if (array.unique && new Set(value.map(canonicalText)).size < value.length) return "uniqueItems";
    const found = array.contains && { ...array, prefix: [], rest: undefined };
    return found && this.#array(found, value, "right") === false ? "contains" : undefined;
  }

  /** The keyword of a schema about the number of properties, or their names, that refuses an object. */
  #refusingObjects(member: Place, value: Record<string, unknown>): string | undefined {
    const { object } = this.#views.space.keywords(member);
    if (object === undefined) return undefined;
    const names = Object.keys(value);
    if (names.length < object.minProperties) return "minProperties";
    if (names.length > object.maxProperties) return "maxProperties";
    const { names: rule } = object;
    return rule && names.some((name) => this.#acceptsPart(rule, name, "right") === false) ? "propertyNames" : undefined;
  }

  /** What a right side sees of a value: names that it is closed to are gone, at every depth, where they are ignored. */
  seen(places: readonly Place[], value: Json): Json {
    if (this.#mode.unknownProperties === "refuse") return value;
    if (Array.isArray(value)) {
      const arrays = this.#views.atPlace(places).flatMap(({ array }) => (array ? [array] : []));
      return value.map((item, index) => this.seen(itemSchemas(arrays, index), item));
    }
    if (!isObject(value)) return value;
    const objects = this.#views.atPlace(places).flatMap(({ object }) => (object ? [object] : []));
    const members: Record<string, Json> = {};
    for (const [name, member] of Object.entries(this.#known(places, value as JsonObject))) {
      setOwn(
        members,
        name,
        this.seen(
          valueSchemas(objects, name).map(({ place }) => place),
          member,
        ),
      );
    }
    return members;
  }

  /** The value without the names that a closed right side does not know, where these are ignored. */
  #known(places: readonly Place[], value: JsonObject): JsonObject {
    const mentions = this.#views.mentions(places);
    if (!mentions.closed) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => isMentioned(mentions, name)));
  }

  /** @param outer names that are not sent at this place, by what stands around the schema */
  #acceptsHere(place: Place, value: Json, side: Side, outer: ReadonlySet<string>): Acceptance {
    if (!this.#views.space.steps.take() || this.#depth >= DEEPEST) return undefined;
    this.#depth++;
    const judge = () => this.#judge(place, value, side, outer);
    const isShared = this.#depth > 1 && outer.size === 0;
    const key = this.#views.id(place) * SIDES.length + SIDES.indexOf(side);
    const answer = isShared ? remembered(this.#answers, value, key, judge) : judge();
    this.#depth--;
    if (this.#depth === 0) this.#answers.clear();
    return answer;
  }

  #judge(place: Place, value: Json, side: Side, outer: ReadonlySet<string>): Acceptance {
    const view = this.#views.of([place]);
    const unsent = outer.size === 0 ? view.unsent : outer.union(view.unsent);
    if ((view.types & typeOf(value)) === 0) return false;
    if (view.values !== undefined && !isListed(view.values, value)) return false;
    if (isNumber(value) && !withinLimits(value, view.number)) return false;
    if (typeof value === "string" && !withinStringLimits(value, view.string)) return false;
    let members: Acceptance = true;
    if (Array.isArray(value)) members = every(view.arrays, (limits) => this.#array(limits, value, side));
    else if (isObject(value))
      members = every(view.objects, (limits) => this.#object(limits, unsent, value as Record<string, Json>, side));
    if (members === false) return false;
    const clauses = every(view.clauses, (clause) => this.#clause(clause, value, side, unsent));
    return clauses && (view.opaque ? undefined : members);
  }

  #array(limits: ArrayLimits, value: readonly Json[], side: Side): Acceptance {
    if (value.length < limits.minItems || value.length > limits.maxItems) return false;
    if (limits.unique && new Set(value.map(canonicalText)).size < value.length) return false;
    const items = every(value.entries(), ([index, item]) =>
      every(itemSchemas([limits], index), (schema) => this.#acceptsPart(schema, item, side)),
    );
    if (items !== false && limits.contains) {
      const { place, min, max } = limits.contains;
      const held = value.map((item) => this.#acceptsPart(place, item, side));
      const sure = held.filter((answer) => answer === true).length;
      const possible = held.filter((answer) => answer !== false).length;
      if (possible < min || sure > max) return false;
      if (sure < min || possible > max) return undefined;
    }
    return items;
  }

  #object(limits: ObjectLimits, unsent: ReadonlySet<string>, value: Record<string, Json>, side: Side): Acceptance {
    const names = Object.keys(value);
    if (names.length < limits.minProperties || names.length > limits.maxProperties) return false;
    if (limits.required.some((name) => !unsent.has(name) && !Object.hasOwn(value, name))) return false;
    return every(names, (name) => {
      const named = limits.names ? this.#acceptsPart(limits.names, name, side) : true;
      if (named === false || (unsent.has(name) && side === "left")) return false;
      const schemas = unsent.has(name) ? [] : valueSchemas([limits], name);
      const held = every(schemas, ({ place }) => this.#acceptsPart(place, value[name] as Json, side));
      return held && named;
    });
  }

  #clause(clause: Clause, value: Json, side: Side, unsent: ReadonlySet<string>): Acceptance {
    const here = (place: Place) => this.#acceptsHere(place, value, side, unsent);
    // Whether a part holds that is not what the value is sent as.
    const holds = (place: Place) => this.#acceptsHere(place, value, side === "left" ? "either" : side, unsent);
    switch (clause.kind) {
      case "anyOf":
        return negated(every(alternativesOf(clause, this.#views.space), (part) => negated(here(part))));
      case "oneOf": {
        const answers = clause.parts.map(holds);
        const sure = answers.filter((answer) => answer === true).length;
        if (sure > 1) return false;
        if (answers.includes(undefined)) return undefined;
        return sure === 1 && here(clause.parts[answers.indexOf(true)] as Place);
      }
      case "not":
        return negated(holds(clause.part));
      case "if": {
        const test = holds(clause.test);
        const yes = clause.yes ? here(clause.yes) : true;
        const no = clause.no ? here(clause.no) : true;
        return test === undefined ? (yes === no ? yes : undefined) : test ? yes : no;
      }
      case "dependent":
        if (!isObject(value) || !Object.hasOwn(value, clause.key)) return true;
        return Array.isArray(clause.part)
          ? clause.part.every((name) => unsent.has(name) || Object.hasOwn(value, name))
          : here(clause.part as Place);
    }
  }
}

function remembered<T>(known: Map<Json, Map<number, T>>, value: Json, key: number, find: () => T): T {
  let answers = known.get(value);
  if (answers === undefined) known.set(value, (answers = new Map()));
  if (!answers.has(key)) answers.set(key, find());
  return answers.get(key) as T;
}

/** Whether all of some parts hold; no more of them are looked at than up to one that does not. */
function every<T>(parts: Iterable<T>, holds: (part: T) => Acceptance): Acceptance {
  let all: Acceptance = true;
  for (const part of parts) {
    const answer = holds(part);
    if (answer === false) return false;
    if (answer === undefined) all = undefined;
  }
  return all;
}

function negated(answer: Acceptance): Acceptance {
  return answer === undefined ? undefined : !answer;
}
