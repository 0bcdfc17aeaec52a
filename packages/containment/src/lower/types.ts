import { isNumber } from "../exact.ts";
import { isObject } from "../json.ts";

/** A set of JSON types as bits, so that meeting two sets is one operation. */
export type TypeSet = number;

export const NULL = 1;
export const BOOLEAN = 2;
export const NUMBER = 4;
export const STRING = 8;
export const ARRAY = 16;
export const OBJECT = 32;
export const ALL_TYPES = 63;

/** The order in which types are tried for a value: the one that is read fastest first. */
export const SINGLE_TYPES = [NULL, BOOLEAN, NUMBER, STRING, ARRAY, OBJECT] as const;

const NAMES: Readonly<Record<string, TypeSet>> = {
  null: NULL,
  boolean: BOOLEAN,
  number: NUMBER,
  string: STRING,
  array: ARRAY,
  object: OBJECT,
};

/** The bit of a type name of JSON Schema; `integer` is a number here, its limit lies with the number keywords. */
export function typeBit(name: string): TypeSet | undefined {
  if (name === "integer") return NUMBER;
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}

/** The type of a value. */
export function typeOf(value: unknown): TypeSet {
  if (value === null) return NULL;
  if (typeof value === "boolean") return BOOLEAN;
  if (isNumber(value)) return NUMBER;
  if (typeof value === "string") return STRING;
  return isObject(value) ? OBJECT : ARRAY;
}

/** The names in a set, in the order above. */
export function typeNames(types: TypeSet): string[] {
  return Object.entries(NAMES)
    .filter(([, bit]) => (types & bit) !== 0)
    .map(([name]) => name);
}
