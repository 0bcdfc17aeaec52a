import { isObject, type Json, type JsonObject } from "../json.ts";

/** Keywords whose values are data, and those whose members are schemas under names. */
const DATA = new Set(["enum", "const", "required", "dependentRequired"]);
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

/** A copy of a closed schema with each of its subschemas changed. */
export function mapSubschemas(schema: JsonObject, change: (subschema: Json) => Json): JsonObject {
  const changed = (value: Json): Json => (Array.isArray(value) ? value.map(changed) : change(value));
  const members = Object.entries(schema).map(([key, value]) => {
    if (DATA.has(key)) return [key, value] as const;
    if (!MAPS.has(key) || !isObject(value)) return [key, changed(value)] as const;
    const named = Object.entries(value).map(([name, member]) => [name, change(member as Json)] as const);
    return [key, Object.fromEntries(named)] as const;
  });
  return Object.fromEntries(members);
}
