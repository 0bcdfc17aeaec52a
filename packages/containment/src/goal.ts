import { isObject, type Json } from "./json.ts";
import { append } from "./lists.ts";
import { ANY_OBJECT, ANYTHING, type Clause, type Keywords, type Place } from "./lower/keywords.ts";
import type { Space } from "./lower/space.ts";
import { ALL_TYPES, ARRAY, OBJECT, STRING, type TypeSet } from "./lower/types.ts";

/** The side of a containment question that a schema belongs to. */
export type OfSide = "left" | "right";

/** The question whether some value keeps all of `keep` and breaks each of `break`. */
export interface Goal {
  readonly keep: readonly Place[];
  readonly break: readonly Place[];
  /**
   * Schemas of the left side that are not to hold, or that are to hold beside others. They say which of its alternatives the value
   * is one of, and are read by what the value is, whatever the right side passes over.
   */
  readonly refused?: readonly Place[];
  readonly fitting?: readonly Place[];
  /** Schemas of the right side that are to hold too; the names that they mention are none that the left side declares. */
  readonly held?: readonly Place[];
  /** What else the right side says at this place: of no weight for the value, but names it mentions count as declared. */
  readonly beside: readonly Place[];
}

/** The schema that all schemas to be broken are parts of, where it is one. */
export function wholeRight(goal: Goal): readonly Place[] {
  return goal.break.length === 1 ? goal.break : [];
}

/** All that the right side says at the place of a goal. */
export function rightSide(goal: Goal): readonly Place[] {
  return goal.beside.length === 0 ? goal.break : [...goal.break, ...goal.beside];
}

/** One way for a clause to hold or to fail: schemas to keep and schemas to break. */
export interface Alternative {
  readonly keep: readonly Place[];
  readonly break: readonly Place[];
}

/** The types for which a clause says something. */
export function clauseTypes(clause: Clause): TypeSet {
  return clause.kind === "dependent" ? OBJECT : ALL_TYPES;
}

/** The first of some clauses that says something of a type and is not resolved yet. */
export function pendingClause(
  clauses: readonly Clause[],
  { resolved, type }: { readonly resolved: ReadonlySet<Clause>; readonly type: TypeSet },
): Clause | undefined {
  return clauses.find((clause) => !resolved.has(clause) && (clauseTypes(clause) & type) !== 0);
}

/** The flat alternatives of clauses, collected once. */
const flattened = new WeakMap<Clause, readonly Place[]>();

/**
 * The alternatives of an `anyOf`, each once, and in place of those that are nothing but an `anyOf` themselves their
 * alternatives: however they are nested, a value is one of the whole if it is one of these.
 */
export function alternativesOf(clause: Extract<Clause, { parts: unknown }>, space: Space): readonly Place[] {
  if (clause.kind !== "anyOf") return clause.parts;
  let flat = flattened.get(clause);
  if (flat === undefined) {
    const found = new Map<number, Place>();
    const seen = new Set<Clause>([clause]);
    const open = clause.parts.toReversed();
    for (let part = open.pop(); part; part = open.pop()) {
      const inner = onlyAnyOf(space.keywords(space.aliasEnd(part)));
      const { id } = space.node(part);
      if (inner === undefined) found.set(id, found.get(id) ?? part);
      else if (!seen.has(inner)) append(open, inner.parts.toReversed());
      if (inner) seen.add(inner);
    }
    flattened.set(clause, (flat = [...found.values()]));
  }
  return flat;
}

/** The `anyOf` of a schema that says nothing else. */
function onlyAnyOf(keywords: Keywords): Extract<Clause, { parts: unknown }> | undefined {
  const [only, ...more] = keywords.clauses;
  if (only?.kind !== "anyOf" || more.length > 0) return undefined;
  return isEqualBut(keywords, ANYTHING) ? only : undefined;
}

function isEqualBut({ clauses: _, ...keywords }: Keywords, { clauses: __, ...others }: Keywords): boolean {
  return (Object.keys(others) as (keyof typeof others)[]).every(
    (key) => keywords[key] === others[key] || (key === "all" && keywords.all.length === 0),
  );
}

/** All ways in which a clause holds. */
export function waysToKeep(clause: Clause, space: Space): Alternative[] {
  switch (clause.kind) {
    case "anyOf":
      return alternativesOf(clause, space).map((part) => ({ keep: [part], break: [] }));
    case "oneOf":
      return clause.parts.map((part) => ({ keep: [part], break: clause.parts.filter((other) => other !== part) }));
    case "not":
      return [{ keep: [], break: [clause.part] }];
    case "if":
      return [
        { keep: clause.yes ? [clause.test, clause.yes] : [clause.test], break: [] },
        { keep: clause.no ? [clause.no] : [], break: [clause.test] },
      ];
    case "dependent":
      return [
        { keep: [], break: [having([clause.key], space)] },
        { keep: [having([clause.key], space), dependentPart(clause, space)], break: [] },
      ];
  }
}

/**
 * All ways in which a clause fails.
 *
 * @param pairs the pairs of parts of a `oneOf` of which one must hold where any two do
 */
export function* waysToBreak(
  clause: Clause,
  space: Space,
  pairs: (parts: readonly Place[]) => Iterable<readonly Place[]>,
): Generator<Alternative> {
  switch (clause.kind) {
    case "anyOf":
      yield { keep: [], break: alternativesOf(clause, space) };
      return;
    case "oneOf":
      yield { keep: [], break: clause.parts };
      for (const keep of pairs(clause.parts)) yield { keep, break: [] };
      return;
    case "not":
      yield { keep: [clause.part], break: [] };
      return;
    case "if":
      if (clause.yes) yield { keep: [clause.test], break: [clause.yes] };
      if (clause.no) yield { keep: [], break: [clause.test, clause.no] };
      return;
    case "dependent":
      yield { keep: [having([clause.key], space)], break: [dependentPart(clause, space)] };
  }
}

/** The set of strings that match all patterns, or of the values listed, as a schema. */
export function stringSchema(
  space: Space,
  limits: { readonly patterns?: readonly string[]; readonly values?: readonly Json[] },
): Place {
  const keywords: Keywords = {
    ...ANYTHING,
    types: STRING,
    values: limits.values,
    string: limits.patterns && {
      minLength: 0,
      maxLength: Number.POSITIVE_INFINITY,
      patterns: limits.patterns,
      numeral: undefined,
    },
  };
  return space.synthetic(keywords);
}

/** All values of some types, as a schema; the same for each who asks. */
export function typeSchema(space: Space, types: TypeSet): Place {
  let known = typeSchemas.get(space);
  if (known === undefined) typeSchemas.set(space, (known = new Map()));
  let place = known.get(types);
  if (place === undefined) known.set(types, (place = space.synthetic({ ...ANYTHING, types })));
  return place;
}

const typeSchemas = new WeakMap<Space, Map<TypeSet, Place>>();

/** The values listed, as a schema. */
export function valuesSchema(space: Space, values: readonly Json[]): Place {
  return space.synthetic({ ...ANYTHING, values });
}

/** The schema of which a value, scalar or not, is the only one; arrays and objects are taken apart, so that each part can be broken. */
export function exactly(value: Json, space: Space): Place {
  if (Array.isArray(value)) {
    const array = {
      prefix: value.map((item) => exactly(item, space)),
      rest: undefined,
      contains: undefined,
      unique: false,
    };
    return space.synthetic({
      ...ANYTHING,
      types: ARRAY,
      array: { ...array, minItems: value.length, maxItems: value.length },
    });
  }
  if (!isObject(value)) return valuesSchema(space, [value]);
  const properties = new Map(Object.entries(value).map(([name, member]) => [name, exactly(member as Json, space)]));
  const object = { ...ANY_OBJECT, properties, required: [...properties.keys()], maxProperties: properties.size };
  return space.synthetic({ ...ANYTHING, types: OBJECT, object });
}

function dependentPart(clause: Extract<Clause, { kind: "dependent" }>, space: Space): Place {
  return Array.isArray(clause.part) ? having(clause.part, space) : (clause.part as Place);
}

function having(names: readonly string[], space: Space): Place {
  return space.synthetic({ ...ANYTHING, object: { ...ANY_OBJECT, required: names } });
}

/**
 * All pairs of some schemas.
 *
 * @param counts whether a schema is to be in any pair; asked once of each, when a pair first needs it
 */
export function* pairs(parts: readonly Place[], counts: (part: Place) => boolean = () => true): Generator<Place[]> {
  const asked = new Map<Place, boolean>();
  const isIn = (part: Place) => {
    const known = asked.get(part) ?? counts(part);
    asked.set(part, known);
    return known;
  };
  for (const [i, first] of parts.entries())
    if (isIn(first)) for (const second of parts.slice(i + 1)) if (isIn(second)) yield [first, second];
}
