import { isObject, type Json, type JsonObject } from "../json.ts";
import { mapSubschemas } from "./subschemas.ts";

/**
 * The same closed schema in a form that both validators read alike. One of them
 *
 * - refuses to compile a list of no values;
 * - passes over a property of the name `__proto__`;
 * - takes what a failed `if` names for evaluated, and none of the items that `contains` finds (draft 2020-12 core,
 *   sections 10.2.2 and 10.3.1.3).
 */
export function inAgreedForm(schema: JsonObject): JsonObject {
  return agreed(schema, mentions(schema, "unevaluatedProperties")) as JsonObject;
}

function agreed(schema: Json, spread: boolean): Json {
  if (!isObject(schema)) return schema;
  const result: Record<string, Json> = mapSubschemas(schema as JsonObject, (part) => agreed(part, spread));
  if (Array.isArray(result["enum"]) && result["enum"].length === 0) return { not: {} };
  if (isObject(result["properties"])) renameProperty(result);
  if (spread && result["if"] !== undefined) spreadCondition(result);
  if (result["unevaluatedItems"] !== undefined) leaveOutContained(result);
  return result;
}

function mentions(schema: Json, keyword: string): boolean {
  if (!isObject(schema)) return false;
  let found = schema[keyword] !== undefined;
  mapSubschemas(schema as JsonObject, (part) => {
    found ||= mentions(part, keyword);
    return part;
  });
  return found;
}

const UNSPEAKABLE = "__proto__";

/** Names `__proto__` by a pattern. */
function renameProperty(schema: Record<string, Json>): void {
  const { [UNSPEAKABLE]: unspeakable, ...properties } = schema["properties"] as JsonObject;
  if (unspeakable === undefined) return;
  schema["properties"] = properties;
  const patterns = schema["patternProperties"] as JsonObject | undefined;
  schema["patternProperties"] = { ...patterns, [`^${UNSPEAKABLE}$`]: unspeakable };
}

/** Writes a condition as one of two cases. */
function spreadCondition(schema: Record<string, Json>): void {
  const { if: test, then: yes, else: no } = schema;
  for (const keyword of ["if", "then", "else"]) delete schema[keyword];
  const cases = [{ allOf: [test as Json, ...listed(yes)] }, { allOf: [{ not: test as Json }, ...listed(no)] }];
  schema["allOf"] = [...listOf(schema["allOf"]), { oneOf: cases }];
}

/** Lets `unevaluatedItems` accept what `contains` finds, and has the finding evaluate nothing. */
function leaveOutContained(schema: Record<string, Json>): void {
  const found: Json[] = [];
  const hidden = (part: Json): Json => {
    if (!isObject(part)) return part;
    const { contains, minContains, maxContains, ...rest } = part as JsonObject;
    const inside = rest["allOf"] === undefined ? rest : { ...rest, allOf: listOf(rest["allOf"]).map(hidden) };
    if (contains === undefined) return inside;
    found.push(contains);
    return withHidden(inside, { contains, ...counts(minContains, maxContains) });
  };
  const { unevaluatedItems, ...rest } = hidden(schema) as JsonObject;
  if (found.length === 0) return;
  for (const keyword of Object.keys(schema)) delete schema[keyword];
  Object.assign(schema, rest, { unevaluatedItems: { anyOf: [unevaluatedItems as Json, ...found] } });
}

function counts(minContains: Json | undefined, maxContains: Json | undefined): JsonObject {
  return { ...(minContains !== undefined && { minContains }), ...(maxContains !== undefined && { maxContains }) };
}

/** A schema with some more keywords that evaluate nothing: what stands behind a negation does not. */
export function withHidden(schema: JsonObject, keywords: JsonObject): JsonObject {
  return { ...schema, allOf: [...listOf(schema["allOf"]), { not: { not: keywords } }] };
}

function listed(part: Json | undefined): readonly Json[] {
  return part === undefined ? [] : [part];
}

function listOf(parts: Json | undefined): readonly Json[] {
  return (parts ?? []) as readonly Json[];
}
