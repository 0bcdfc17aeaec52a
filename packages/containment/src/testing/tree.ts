import { isObject, type Json, type JsonObject } from "../json.ts";

/** The way from a schema to one within it: keys and indices. */
export type Way = readonly (string | number)[];

const SINGLE = [
  "not",
  "if",
  "then",
  "else",
  "items",
  "additionalItems",
  "additionalProperties",
  "contains",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
] as const;
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems", "items"] as const;
const MAPS = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"] as const;

/** The ways to a schema and to all within it, the outermost first. */
export function waysIn(schema: Json, way: Way = []): Way[] {
  if (!isObject(schema)) return [way];
  const raw = schema as JsonObject;
  const inner: Way[] = [];
  const add = (value: Json, ...steps: Way) => {
    if (isObject(value) || typeof value === "boolean") inner.push(...waysIn(value as Json, [...way, ...steps]));
  };
  for (const keyword of SINGLE) if (raw[keyword] !== undefined) add(raw[keyword], keyword);
  for (const keyword of LISTS) {
    const list = raw[keyword];
    if (Array.isArray(list)) for (const [i, part] of list.entries()) add(part, keyword, i);
  }
  for (const keyword of MAPS)
    for (const [name, part] of Object.entries((raw[keyword] as JsonObject | undefined) ?? {})) add(part, keyword, name);
  return [way, ...inner];
}

/** What stands at the end of a way. */
export function at(schema: Json, way: Way): Json {
  return way.reduce<Json>((value, step) => (value as Record<string | number, Json>)[step] as Json, schema);
}

/** The same schema with something else at the end of a way. */
export function replaced(schema: Json, way: Way, change: (part: Json) => Json): Json {
  const [step, ...rest] = way;
  if (step === undefined) return change(schema);
  if (Array.isArray(schema)) return schema.map((part, i) => (i === step ? replaced(part, rest, change) : part));
  const raw = schema as JsonObject;
  return { ...raw, [step]: replaced(raw[step] as Json, rest, change) };
}

/** Changes every schema within a schema, the innermost first. */
export function everywhere(schema: Json, change: (part: Json) => Json): Json {
  return waysIn(schema)
    .toReversed()
    .reduce((whole, way) => replaced(whole, way, change), schema);
}
