import { TYPES } from "./table.ts";

/*
 * Values and limits in words. Of a value only its type and size are told: it may be a secret.
 */

/** The type of a value as a bit of `TYPES`; 0 for what JSON does not have. */
export function typeOf(value: unknown): number {
  if (value === null) return TYPES.null;
  if (Array.isArray(value)) return TYPES.array;
  const type = typeof value;
  return Object.hasOwn(TYPES, type) ? TYPES[type as keyof typeof TYPES] : 0;
}

const NAMES: Readonly<Record<keyof typeof TYPES, string>> = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "an array",
  object: "an object",
};

/** Types in words: `a string or null`. */
export function typesText(types: number, isWhole: boolean): string {
  const names = Object.entries(TYPES)
    .filter(([, bit]) => (types & bit) !== 0)
    .map(([name]) => (name === "number" && isWhole ? "an integer" : NAMES[name as keyof typeof TYPES]));
  return names.length === 0 ? "nothing" : names.reverse().join(" or ");
}

/** What a value is, without what it says. */
export function shapeOf(value: unknown): string {
  if (typeof value === "string") return `a string of ${counted(lengthOf(value), "character")}`;
  if (Array.isArray(value)) return `an array of ${counted(value.length, "item")}`;
  if (typeof value === "object" && value !== null)
    return `an object with ${counted(Object.keys(value).length, "property", "properties")}`;
  return value === undefined ? "nothing" : typesText(typeOf(value), Number.isInteger(value));
}

/** A count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The length of a text in code points (JSON Schema Validation, section 6.3.1). */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Values that a contract lists, as many as fit a line. */
export function listed(values: readonly unknown[]): string {
  let text = "";
  let shown = 0;
  for (const value of values) {
    const next = `${text}${shown > 0 ? ", " : ""}${JSON.stringify(value)}`;
    if (next.length > LONGEST_LIST) break;
    text = next;
    shown++;
  }
  const left = values.length - shown;
  if (shown === 0) return `one of ${counted(left, "value")}`;
  return `${values.length > 1 ? "one of " : ""}${text}${left > 0 ? ` and ${left} more` : ""}`;
}

const LONGEST_LIST = 120;
