import { isObject, type Json, type JsonObject } from "../json.ts";
import { mapSubschemas } from "./subschemas.ts";

/** Keywords by which validators find schemas: within constants too, where they name nothing. */
const NAMING = new Set(["$id", "$anchor", "$dynamicAnchor", "$schema", "$ref", "$dynamicRef"]);

/** A schema that says the same without any constant that a validator could take for a schema. */
export function spellOutConstants(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { const: constant, enum: listed, ...rest } = mapSubschemas(schema as JsonObject, spellOutConstants);
  const plain: Record<string, Json> = rest;
  const parts: Json[] = [];
  if (constant !== undefined && namesSchemas(constant)) parts.push(spellOut(constant));
  else if (constant !== undefined) plain["const"] = constant;
  if (Array.isArray(listed) && namesSchemas(listed)) parts.push({ anyOf: listed.map(spellOut) });
  else if (listed !== undefined) plain["enum"] = listed;
  if (parts.length > 0) plain["allOf"] = [...((plain["allOf"] as readonly Json[] | undefined) ?? []), ...parts];
  return plain;
}

function namesSchemas(value: Json): boolean {
  if (Array.isArray(value)) return value.some(namesSchemas);
  return (
    isObject(value) && Object.entries(value).some(([key, member]) => NAMING.has(key) || namesSchemas(member as Json))
  );
}

/** The schema of one value, without any constant that is an array or an object. */
function spellOut(value: Json): Json {
  if (Array.isArray(value)) {
    const size = { minItems: value.length, maxItems: value.length };
    return { type: "array", ...size, ...(value.length > 0 && { prefixItems: value.map(spellOut) }) };
  }
  if (!isObject(value)) return { const: value };
  const properties = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, spellOut(member as Json)]));
  return { type: "object", properties, required: Object.keys(value), additionalProperties: false };
}
