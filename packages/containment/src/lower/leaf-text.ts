import { isObject } from "../json.ts";

/** Keywords that hold no schema. */
const LEAF_KEYWORDS = new Set([
  "type",
  "enum",
  "const",
  "nullable",
  "x-nullable",
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "readOnly",
  "writeOnly",
  "deprecated",
]);
/** Keywords that say nothing of values; with those that start with `x-`. */
const ANNOTATIONS = new Set(["description", "title", "format", "example", "examples", "default"]);

/** What a schema without subschemas says of values, as a text; undefined for any other. */
export function leafText(raw: unknown): string | undefined {
  if (!isObject(raw)) return undefined;
  let text = "";
  for (const key in raw) {
    const value = raw[key];
    // JSON has no infinity, and would write it as null; YAML has.
    if (LEAF_KEYWORDS.has(key)) text += `${key}:${typeof value === "number" ? value : JSON.stringify(value)};`;
    else if (!ANNOTATIONS.has(key) && !key.startsWith("x-")) return undefined;
  }
  return text;
}
