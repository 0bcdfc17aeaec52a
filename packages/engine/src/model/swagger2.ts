import type { Located } from "@concordat/containment/internal";
import type { Cursor } from "./cursor.ts";
import { normaliseRange } from "./media-range.ts";
import type { Body, MediaType, OperationRef } from "./revision.ts";

/*
 * OpenAPI 2.0 says the same things in other places: media types beside the body, form fields as parameters, schemas
 * spelled out in parameters and headers. It is read into the same model, so that nothing downstream knows of it.
 */

/** What a parameter, a header or `items` says about its value. */
const SCHEMA_KEYS = [
  ...[
    "type",
    "format",
    "items",
    "default",
    "enum",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
  ],
  ...["pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "x-nullable"],
];

const schemas = new WeakMap<object, Record<string, unknown>>();

/** The schema that a parameter or a header spells out, at the place of the parameter. */
export function schemaOf2(at: Located): Located {
  const raw = at.value as Record<string, unknown>;
  let schema = schemas.get(raw);
  if (schema === undefined) {
    schema = Object.fromEntries(SCHEMA_KEYS.filter((key) => Object.hasOwn(raw, key)).map((key) => [key, raw[key]]));
    schemas.set(raw, schema);
  }
  return { ...at, value: schema };
}

/** The media types that an operation consumes and produces. */
export class SwaggerTypes {
  readonly consumes: readonly string[];
  readonly #produces: readonly string[];
  readonly #cursor: Cursor;

  constructor(consumes: readonly string[], produces: readonly string[], cursor: Cursor) {
    this.consumes = consumes;
    this.#produces = produces;
    this.#cursor = cursor;
  }

  responseContent(response: Located): MediaType[] {
    const schema = this.#cursor.member(response, "schema");
    return schema === undefined ? [] : this.#produces.map((range) => mediaType(response, range, schema));
  }
}

/** Reads `consumes` and `produces`: those of the operation replace those at the top. */
export function swaggerTypes(operation: Located, cursor: Cursor): SwaggerTypes {
  const list = (key: string): string[] | undefined =>
    (cursor.texts(operation, key) ?? cursor.texts(cursor.root, key))?.map(normaliseRange);
  return new SwaggerTypes(list("consumes") ?? [], list("produces") ?? ["application/json"], cursor);
}

/** The body that `in: body` and `in: formData` parameters describe. */
export function formBody(
  entries: readonly Located[],
  types: SwaggerTypes,
  ref: OperationRef,
  cursor: Cursor,
): Body | undefined {
  const body = entries.find((at) => cursor.text(at, "in") === "body");
  if (body) {
    const schema = cursor.member(body, "schema");
    const ranges = types.consumes.length > 0 ? types.consumes : ["application/json"];
    return {
      at: body,
      required: cursor.flag(body, "required"),
      content: ranges.map((range) => mediaType(body, range, schema)),
    };
  }
  const fields = entries.filter((at) => cursor.text(at, "in") === "formData");
  if (fields.length === 0) return undefined;
  const at = cursor.member(ref.at, "parameters") ?? ref.at;
  const required = fields
    .filter((field) => cursor.flag(field, "required"))
    .map((field) => cursor.text(field, "name") ?? "");
  const properties = Object.fromEntries(
    fields.map((field) => [cursor.text(field, "name") ?? "", schemaOf2(field).value]),
  );
  const files = fields.some((field) => cursor.text(field, "type") === "file");
  const forms = types.consumes.filter(
    (range) => range.startsWith("multipart/") || range === "application/x-www-form-urlencoded",
  );
  const ranges = forms.length > 0 ? forms : [files ? "multipart/form-data" : "application/x-www-form-urlencoded"];
  const schema = { document: at.document, pointer: at.pointer, value: { type: "object", required, properties } };
  const encoding = new Map(
    fields
      .filter((field) => cursor.text(field, "type") === "array")
      .map((field) => [cursor.text(field, "name") ?? "", { ...field, value: styleOf2(field, "formData", cursor) }]),
  );
  return { at, required: required.length > 0, content: ranges.map((range) => mediaType(at, range, schema, encoding)) };
}

function mediaType(
  at: Located,
  range: string,
  schema: Located | undefined,
  encoding: MediaType["encoding"] = new Map(),
): MediaType {
  return {
    ...{ at, range, schema, itemSchema: undefined },
    ...{ encoding, prefixEncoding: [], itemEncoding: undefined, partHeaders: new Map() },
  };
}

/** Styles of OpenAPI 3 that a `collectionFormat` says for all places alike; `tsv` has none there. */
const STYLES: Readonly<Record<string, string>> = {
  ssv: "spaceDelimited",
  pipes: "pipeDelimited",
  tsv: "tabDelimited",
};

/** `collectionFormat` in the words of OpenAPI 3 (OpenAPI 2.0, "Parameter Object", "Items Object" and "Header Object"). */
export function styleOf2(
  at: Located,
  place: string,
  cursor: Cursor,
): { readonly style: string; readonly explode: boolean } {
  const format = cursor.text(at, "collectionFormat") ?? "csv";
  const repeated = place === "query" || place === "formData";
  return { style: STYLES[format] ?? (repeated ? "form" : "simple"), explode: repeated && format === "multi" };
}

/** The URLs that the host at the top makes with the schemes of an operation, or with those at the top where it has none. */
export function hostUrls(operation: Located, cursor: Cursor): string[] {
  const { root } = cursor;
  const host = cursor.text(root, "host");
  const path = (cursor.text(root, "basePath") ?? "").replace(/^(?=[^/])/, "/");
  if (host === undefined) return [path];
  const schemes = cursor.texts(operation, "schemes") ?? cursor.texts(root, "schemes") ?? [];
  return schemes.length === 0 ? [`//${host}${path}`] : schemes.map((scheme) => `${scheme}://${host}${path}`);
}
