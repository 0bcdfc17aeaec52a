import { isObject, type Json, type JsonObject, own } from "../json.ts";
import type { ClosedSchema } from "./closed-schema.ts";

/** Keywords whose schemas see the same value, those whose schemas see the member of their name, and those that see all members. */
const IN_PLACE = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"]);
const NAMED = new Set(["properties", "prefixItems"]);
const MEMBERS = new Set([
  ...["patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames"],
  ...["items", "contains", "unevaluatedItems"],
]);

/** Listed values that take as long as one schema: a validator writes those that a value is none of into its message. */
const VALUES_AT_ONCE = 64;

/** Schemas within one another that validators bear. */
const DEEPEST = 300;

/**
 * How many times a validator looks at a schema with a value, at most: it remembers nothing, so that schemas which refer to
 * one another more than once are looked at exponentially often. Infinite where they are nested too deep to be looked at.
 */
export function workOf(schema: ClosedSchema, value: Json): number {
  return new Work((schema["$defs"] ?? {}) as JsonObject).of(schema, value, 0);
}

/** Characters of a text that any pattern is tried on; on a longer one, none that may be met in a number of ways that grows. */
const LONGEST_BACKTRACKED = 24;
/** A repetition of nothing but a repetition, `(a+)*` or `(a{1,9}){1,9}`, and one of alternatives that begin alike, `(a|aa)+`. */
const NESTED = /\((?:\?:)?(?:\[[^\]]*\]|\\.|[^()\\[\]])(?:[*+]|\{\d+,\d*\})\)(?:[*+]|\{\d)/;
const ALIKE = /\((?:\?:)?([^()|\\[\]])[^()|]*\|\1[^()]*\)(?:[*+]|\{\d)/;

/** Whether validators, which backtrack, may take exponentially many ways through a text. */
function isSlow(pattern: string, text: string): boolean {
  return text.length > LONGEST_BACKTRACKED && (NESTED.test(pattern) || ALIKE.test(pattern));
}

class Work {
  readonly #definitions: JsonObject;
  readonly #known = new Map<Json, Map<Json, number>>();

  constructor(definitions: JsonObject) {
    this.#definitions = definitions;
  }

  of(schema: Json, value: Json, depth: number): number {
    if (!isObject(schema)) return 1;
    const known = this.#known.get(schema as JsonObject) ?? new Map<Json, number>();
    this.#known.set(schema as JsonObject, known);
    let work = known.get(value);
    if (work === undefined) {
      if (depth > DEEPEST) return Number.POSITIVE_INFINITY;
      // One that leads back to itself with the same value is looked at without end.
      known.set(value, Number.POSITIVE_INFINITY);
      known.set(value, (work = this.#sum(schema as JsonObject, value, depth + 1)));
    }
    return work;
  }

  #sum(schema: JsonObject, value: Json, depth: number): number {
    const reference = own(schema, "$ref");
    const listed = own(schema, "enum");
    let work = 1 + (Array.isArray(listed) ? Math.floor(listed.length / VALUES_AT_ONCE) : 0);
    const pattern = own(schema, "pattern");
    if (typeof value === "string" && typeof pattern === "string" && isSlow(pattern, value))
      return Number.POSITIVE_INFINITY;
    if (typeof reference === "string")
      work += this.of(this.#definitions[reference.slice("#/$defs/".length)] as Json, value, depth);
    for (const keyword in schema) {
      if (IN_PLACE.has(keyword))
        for (const part of schemasAt(schema, keyword))
          work += this.of(part, value, depth) * timesLooked(keyword, schema);
      else if (typeof value !== "object" || value === null) continue;
      else if (NAMED.has(keyword)) work += this.#ofNamed(schema[keyword] as JsonObject, value as JsonObject, depth);
      else if (MEMBERS.has(keyword))
        for (const part of schemasAt(schema, keyword))
          for (const member of Object.values(value)) work += this.of(part, member as Json, depth);
    }
    return work;
  }

  /** What it takes to look at the members of a value with the schemas of their names. */
  #ofNamed(schemas: JsonObject, value: JsonObject, depth: number): number {
    let work = 0;
    for (const name in value) {
      const part = own(schemas, name) as Json | undefined;
      if (part !== undefined) work += this.of(part, value[name] as Json, depth);
    }
    return work;
  }
}

/** `then` and `else` each look at the condition anew. */
function timesLooked(keyword: string, schema: JsonObject): number {
  if (keyword !== "if") return 1;
  return 1 + ["then", "else"].filter((branch) => own(schema, branch) !== undefined).length;
}

function schemasAt(schema: JsonObject, keyword: string): readonly Json[] {
  const said = own(schema, keyword) as Json | undefined;
  if (said === undefined) return [];
  if (Array.isArray(said)) return said;
  return keyword === "dependentSchemas" || keyword === "patternProperties" ? Object.values(said as JsonObject) : [said];
}
