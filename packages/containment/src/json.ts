import { compareNumbers, ExactNumber, numberKey } from "./exact.ts";

/** Any value that JSON can write (RFC 8259). A number that no double holds is an `ExactNumber`. */
export type Json = null | boolean | number | ExactNumber | string | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether `value` is a plain object: neither null, nor an array, nor a number that stands for itself. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** The value of an own key; inherited names such as `constructor` are never found. */
export function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * Whether two JSON values are equal as JSON Schema defines it
 * (draft 2020-12, section 4.2.2): objects without order, numbers by value.
 */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => jsonEqual(item, b[i]));
  }
  if (a instanceof ExactNumber && b instanceof ExactNumber) return compareNumbers(a, b) === 0;
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && jsonEqual(a[key], b[key]))
  );
}

/** One text for equal values: keys sorted, so that it can serve as a key of a map. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (isObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`);
    return `{${members.join(",")}}`;
  }
  if (value instanceof ExactNumber) return numberKey(value);
  // -0 and 0 are one JSON number.
  return value === 0 ? "0" : (JSON.stringify(value) ?? "null");
}

/** Sets a key that may be `__proto__` without touching the prototype. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** Length of a string in code points, as `minLength` and `maxLength` count (RFC 8259 characters). */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
