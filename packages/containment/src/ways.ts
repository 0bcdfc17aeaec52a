import { type Alternative, exactly, type OfSide } from "./goal.ts";
import type { Json } from "./json.ts";
import type { Clause, Keywords, Place } from "./lower/keywords.ts";
import type { Space } from "./lower/space.ts";
import { ARRAY, NUMBER, OBJECT, STRING, type TypeSet, typeOf } from "./lower/types.ts";
import type { ArrayViolation } from "./types/array.ts";
import { type NumberViolation, numberViolations } from "./types/number.ts";
import type { ObjectViolation } from "./types/object.ts";
import { type StringViolation, stringViolations } from "./types/string.ts";
import { unevaluatedLimits } from "./types/unevaluated.ts";
import type { View } from "./view.ts";

/** One way to break a schema, and where its keyword stands. */
export interface Break {
  readonly member: Place;
  readonly keyword: string;
  readonly way: Way;
  /** Whether the schema is one that the left side rules out, or one that the right side asks for. */
  readonly of: OfSide;
}

/** What a way to break a keyword is about: the value itself, a member of it, or alternatives. */
export type Way =
  | { readonly on: "values"; readonly values: readonly Json[] }
  | { readonly on: "number"; readonly violation: NumberViolation }
  | { readonly on: "string"; readonly violation: StringViolation }
  | { readonly on: "array"; readonly violation: ArrayViolation }
  | { readonly on: "object"; readonly violation: ObjectViolation }
  | { readonly on: "clause"; readonly clause: Clause; readonly alternative: Alternative }
  | { readonly on: "opaque"; readonly reason: string };

/** Ways to break the keywords of one schema that limit null, booleans, numbers and strings, and those that list values. */
export function scalarWays({ values, number, string }: Keywords, type: TypeSet, space: Space): [string, Way][] {
  const ways: [string, Way][] = [];
  if (values !== undefined)
    ways.push([
      "enum",
      valuesWay(
        values.filter((value) => typeOf(value) === type),
        type,
        space,
      ),
    ]);
  if (type === NUMBER && number)
    for (const violation of numberViolations(number)) ways.push([violation.keyword, { on: "number", violation }]);
  if (type === STRING && string)
    for (const violation of stringViolations(string)) ways.push([violation.keyword, { on: "string", violation }]);
  return ways;
}

function valuesWay(values: readonly Json[], type: TypeSet, space: Space): Way {
  if (type !== ARRAY && type !== OBJECT) return { on: "values", values };
  const clause: Clause = { kind: "anyOf", parts: values.map((value) => exactly(value, space)) };
  return { on: "clause", clause, alternative: { keep: [], break: clause.parts } };
}

/** Limits on arrays or objects, with the schema they belong to and the names under which it has their keywords. */
export interface MemberLimits<K extends "array" | "object"> {
  readonly member: Place;
  readonly limits: NonNullable<Keywords[K]>;
  written(keyword: string): string;
}

/** What stands for `unevaluated*` is written as that. */
const UNEVALUATED: Readonly<Record<string, string>> = {
  items: "unevaluatedItems",
  additionalProperties: "unevaluatedProperties",
};

/** The limits on arrays or objects that a view takes in. */
export function* memberLimits<K extends "array" | "object">(
  view: View,
  space: Space,
  kind: K,
): Generator<MemberLimits<K>> {
  for (const member of view.members) {
    const limits = space.keywords(member)[kind];
    if (limits) yield { member, limits, written: (keyword) => keyword };
    const unevaluated = unevaluatedLimits(member, space)[kind] as NonNullable<Keywords[K]> | undefined;
    if (unevaluated) yield { member, limits: unevaluated, written: (keyword) => UNEVALUATED[keyword] ?? keyword };
  }
}

/** The clauses of a schema by their keywords, those that stand for `unevaluated*` among them. */
export function memberClauses(member: Place, space: Space): { readonly keyword: string; readonly clause: Clause }[] {
  const own = space.keywords(member).clauses.map((clause) => ({ keyword: clause.kind as string, clause }));
  return [...own, ...unevaluatedLimits(member, space).clauses];
}
