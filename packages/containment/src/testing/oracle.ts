import { Ajv2020 } from "ajv/dist/2020.js";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Mode } from "../mode.ts";

/*
 * What a mode makes of schemas, said without this package: names that are not sent and names that are left out are taken
 * off, and `ajv` is asked. Schemas are of draft 2020-12, with `readOnly` and `writeOnly`, and of the keywords below.
 */

const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });

type Side = "left" | "right";
type Names = ReadonlySet<string>;

const JOINS = ["allOf", "anyOf", "oneOf"] as const;

/** Judges values as one side of a question does. */
export class Oracle {
  readonly #schema: Json;
  readonly #mode: Mode;
  readonly #check: (value: Json) => boolean;

  constructor(schema: Json, side: Side, mode: Mode) {
    this.#schema = schema;
    this.#mode = mode;
    const check = ajv.compile(asSent(schema, side, mode.direction, new Set()) as JsonObject);
    this.#check = (value) => check(value) as boolean;
  }

  accepts(value: Json): boolean {
    return this.#check(value);
  }

  /** Whether the right side accepts a value as it is, or what it sees of it. */
  acceptsSeen(value: Json): boolean {
    return (
      this.#check(value) || (this.#mode.unknownProperties === "ignore" && this.#check(seen([this.#schema], value)))
    );
  }
}

/** The same schema without what a direction does not send. */
function asSent(schema: Json, side: Side, direction: Mode["direction"], outer: Names): Json {
  if (!isObject(schema)) return schema;
  const unsent = outer.union(unsentNames(schema as JsonObject, direction));
  const inner = (part: Json, as: Side = side) => asSent(part, as, direction, unsent);
  const { properties = {}, required, additionalProperties, allOf, anyOf, oneOf, ...rest } = schema as JsonObject;
  const kept = Object.entries(properties as JsonObject).map(
    ([name, part]) => [name, asSent(part, side, direction, new Set())] as const,
  );
  const off = [...unsent].map((name) => [name, side === "right"] as const);
  const one = oneOf as readonly Json[] | undefined;
  const all: Json[] = ((allOf ?? []) as readonly Json[]).map((part) => inner(part));
  // That an alternative does not hold is no matter of what the value is sent as.
  if (one) all.push({ oneOf: one.map((part) => inner(part, "right")) }, { anyOf: one.map((part) => inner(part)) });
  return {
    ...rest,
    properties: Object.fromEntries([...kept, ...off]),
    ...(required !== undefined && { required: (required as readonly string[]).filter((name) => !unsent.has(name)) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: asSent(additionalProperties, side, direction, new Set()),
    }),
    ...(anyOf !== undefined && { anyOf: (anyOf as readonly Json[]).map((part) => inner(part)) }),
    ...(all.length > 0 && { allOf: all }),
  };
}

/** Names that a schema, or a part of its `allOf`, does not have sent. */
function unsentNames(schema: JsonObject, direction: Mode["direction"]): Names {
  if (direction === "none") return new Set();
  const flag = direction === "request" ? "readOnly" : "writeOnly";
  const own = Object.entries((schema["properties"] ?? {}) as JsonObject)
    .filter(([, part]) => isObject(part) && part[flag] === true)
    .map(([name]) => name);
  const parts = ((schema["allOf"] ?? []) as readonly Json[]).filter(isObject) as JsonObject[];
  return parts.reduce<Names>((names, part) => names.union(unsentNames(part, direction)), new Set(own));
}

/** A schema and all that stand at its place, in whichever branch. */
function atPlace(schemas: readonly Json[]): JsonObject[] {
  return (schemas.filter(isObject) as JsonObject[]).flatMap((schema) => [
    schema,
    ...atPlace(JOINS.flatMap((join) => (schema[join] ?? []) as readonly Json[])),
  ]);
}

function namesOf(schema: JsonObject): string[] {
  return [...Object.keys((schema["properties"] ?? {}) as JsonObject), ...((schema["required"] ?? []) as string[])];
}

/** The schemas of the members of a name. */
function membersOf(schemas: readonly JsonObject[], name: string): Json[] {
  return schemas.flatMap(({ properties = {}, additionalProperties }) => {
    const own = (properties as JsonObject)[name] ?? additionalProperties;
    return own === undefined ? [] : [own];
  });
}

function seen(schemas: readonly Json[], value: Json): Json {
  if (!isObject(value)) return value;
  const all = atPlace(schemas);
  const known = new Set(all.flatMap(namesOf));
  const closed = all.some(({ additionalProperties }) => additionalProperties === false);
  const entries = Object.entries(value as JsonObject).filter(([name]) => !closed || known.has(name));
  return Object.fromEntries(entries.map(([name, member]) => [name, seen(membersOf(all, name), member)]));
}

/** The names of a value under which an open left side holds nothing, as the right side mentions them, by how sure that is. */
export function excluded(left: readonly Json[], right: readonly Json[], value: Json): "none" | "perhaps" | "surely" {
  if (!isObject(value)) return "none";
  const [from, to] = [atPlace(left), atPlace(right)];
  const [declared, mentioned] = [new Set(from.flatMap(namesOf)), new Set(to.flatMap(namesOf))];
  const certain = new Set(withoutBranches(left).flatMap(namesOf));
  const open = from.every(({ additionalProperties = true }) => additionalProperties === true);
  const found = Object.entries(value as JsonObject).map(([name, member]) => {
    if (mentioned.has(name) && open && !declared.has(name)) return "surely";
    if (mentioned.has(name) && !certain.has(name)) return "perhaps";
    return excluded(membersOf(from, name), membersOf(to, name), member);
  });
  return found.includes("surely") ? "surely" : found.includes("perhaps") ? "perhaps" : "none";
}

function withoutBranches(schemas: readonly Json[]): JsonObject[] {
  return (schemas.filter(isObject) as JsonObject[]).flatMap((schema) => [
    schema,
    ...withoutBranches((schema["allOf"] ?? []) as readonly Json[]),
  ]);
}
