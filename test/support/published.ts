import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ROOT } from "./paths.ts";

/** A published JSON Schema, by the name of its file. */
export function published(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(join(ROOT, `docs/schemas/${name}.schema.json`), "utf8"));
}

/** The same schema, refusing properties that it does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in schema && "type" in schema ? { ...parts, additionalProperties: false } : parts;
}

/** What is wrong with an answer by its published schema, in which objects are closed here; nothing where nothing is. */
export function errorsOf(name: string, value: unknown): unknown {
  const check = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
    closed(published(name)) as AnySchemaObject,
  );
  check(value);
  return check.errors ?? [];
}
