/** An object of a log in JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a line as JSON; undefined where it is none. */
export function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a name: first as it is written, then as a path through objects. */
export function valueAt(object: JsonObject, name: string): unknown {
  const literal = object[name];
  if (literal !== undefined || !name.includes(".")) return literal;
  let value: unknown = object;
  for (const key of name.split(".")) value = isObject(value) ? value[key] : undefined;
  return value;
}

/** The first of some names that has a value other than null. */
export function firstOf(object: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = valueAt(object, name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}
