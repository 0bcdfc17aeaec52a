import { isObject, type Json, type JsonObject } from "../json.ts";
import { mapSubschemas } from "./subschemas.ts";

type Definitions = Readonly<Record<string, Json>>;

const PREFIX = "#/$defs/";

/** Definitions within one another that are put where they are used. */
const DEEPEST = 20;

/** Puts definitions that are referred to once where they are used: validators compile each definition by itself. */
export function inlineDefinitions(main: Json, definitions: Definitions): JsonObject {
  const uses = new Map<string, number>();
  const count = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const schema of [main, ...Object.values(definitions)]) visit(schema, count);
  const kept = new Set(Object.keys(definitions).filter((name) => uses.get(name) !== 1));
  const expand = (schema: Json, depth = 0): Json =>
    mapSchema(schema, (name, rest) => {
      if (depth === DEEPEST) kept.add(name);
      if (kept.has(name)) return { ...rest, $ref: PREFIX + name };
      const target = expand(definitions[name] as Json, depth + 1);
      if (Object.keys(rest).length === 0) return target;
      return { ...rest, allOf: [...((rest["allOf"] as readonly Json[] | undefined) ?? []), target] };
    });
  const expanded = expand(main);
  const written: Record<string, Json> = {};
  // The set grows while it is walked: what is nested too deep is written on its own.
  for (const name of kept) written[name] = expand(definitions[name] as Json);
  const schema = isObject(expanded) ? (expanded as JsonObject) : expanded === false ? { not: {} } : {};
  return { ...schema, $defs: written };
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
