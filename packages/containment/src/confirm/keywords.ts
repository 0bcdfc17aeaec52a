import { compareNumbers, isFiniteNumber } from "../exact.ts";
import { isObject, type Json, own } from "../json.ts";
import type { DialectTraits } from "../lower/dialect.ts";
import { typeBit } from "../lower/types.ts";

/** Whether a reference in a schema is all that counts there. */
export function hidden(raw: Record<string, unknown>, traits: DialectTraits): boolean {
  return traits.refHidesSiblings && typeof own(raw, "$ref") === "string";
}

/** The values that a schema lists; undefined where it lists none. */
export function listedValues(raw: unknown): readonly unknown[] | undefined {
  if (!isObject(raw)) return undefined;
  const constant = own(raw, "const");
  const listed = own(raw, "enum");
  return constant !== undefined ? [constant] : Array.isArray(listed) ? listed : undefined;
}

/** `type` as draft 2020-12 writes it; nothing where a schema has none, or one that is no type. */
export function typeKeyword(type: unknown, orNull: boolean): Record<string, Json> {
  if (type === undefined) return {};
  const names = (Array.isArray(type) ? type : [type]).map((name) => (name === "file" ? "string" : name));
  if (!names.every((name) => typeof name === "string" && typeBit(name) !== undefined)) return {};
  return { type: [...new Set(orNull ? [...names, "null"] : names)] };
}

/**
 * The bounds of numbers as draft 2020-12 writes them.
 *
 * @param flags whether an exclusive bound is a flag beside the bound
 */
export function boundKeywords(get: (keyword: string) => unknown, flags: boolean): Record<string, Json> {
  const bounds: Record<string, Json> = {};
  for (const [keyword, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const bound = get(keyword);
    const beyond = get(exclusive);
    if (!flags && isFiniteNumber(beyond)) bounds[exclusive] = beyond;
    if (isFiniteNumber(bound)) bounds[flags && beyond === true ? exclusive : keyword] = bound;
  }
  return bounds;
}

/** Whether a keyword has the form that it asks for; what has another says nothing. */
export function hasForm(keyword: string, value: unknown): value is Json {
  switch (keyword) {
    case "const":
      return value !== undefined;
    case "enum":
      return Array.isArray(value);
    case "uniqueItems":
      return typeof value === "boolean";
    case "dependentRequired":
      return isObject(value) && Object.values(value).every((names) => isNames(names));
    case "multipleOf":
      return isFiniteNumber(value) && compareNumbers(value, 0) > 0;
    default:
      return isFiniteNumber(value) && compareNumbers(value, 0) >= 0;
  }
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
