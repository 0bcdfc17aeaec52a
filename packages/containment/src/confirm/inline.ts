import { isObject, type Json, type JsonObject } from "../json.ts";
import { mapSubschemas } from "./subschemas.ts";

type Definitions = Readonly<Record<string, Json>>;

const PREFIX = "#/$defs/";

/** Puts definitions that are referred to once where they are used: validators compile each definition by itself. */
export function inlineDefinitions(main: Json, definitions: Definitions): JsonObject {
  const uses = new Map<string, number>();
  const count = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const schema of [main, ...Object.values(definitions)]) visit(schema, count);
  const expand = (schema: Json): Json =>
    mapSchema(schema, (name, rest) => {
      if (uses.get(name) !== 1) return { ...rest, $ref: PREFIX + name };
      const target = expand(definitions[name] as Json);
      if (Object.keys(rest).length === 0) return target;
      return { ...rest, allOf: [...((rest["allOf"] as readonly Json[] | undefined) ?? []), target] };
    });
  const kept = Object.keys(definitions).filter((name) => uses.get(name) !== 1);
  const written = kept.map((name) => [name, expand(definitions[name] as Json)] as const);
  const expanded = expand(main);
  const schema = isObject(expanded) ? (expanded as JsonObject) : expanded === false ? { not: {} } : {};
  return { ...schema, $defs: Object.fromEntries(written) };
}

function visit(schema: Json, count: (name: string) => void): void {
  mapSchema(schema, (name, rest) => {
    count(name);
    return rest;
  });
}

/** A copy of a schema in which each reference to a definition, with what stands beside it, is replaced. */
function mapSchema(schema: Json, replace: (name: string, rest: JsonObject) => Json): Json {
  if (!isObject(schema)) return schema;
  const { $ref, ...rest } = schema as JsonObject;
  const copy = mapSubschemas(rest, (subschema) => mapSchema(subschema, replace));
  return typeof $ref === "string" ? replace($ref.slice(PREFIX.length), copy) : copy;
}
