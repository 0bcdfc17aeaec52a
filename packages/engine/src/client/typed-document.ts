import { escapeToken, isObject, type Located, own } from "@concordat/containment/internal";
import type { Api } from "../model/api.ts";
import type { Cursor } from "../model/cursor.ts";
import type { Header, MediaType, Operation, OperationRef, Parameter, Response } from "../model/revision.ts";
import { cutCircles } from "./alias-cycles.ts";
import { ComponentNames } from "./component-names.ts";
import { type Plain, SchemaWriter, textsOf } from "./schema-writer.ts";

/*
 * The model as a document of OpenAPI 3.1, for whoever makes types of it: one file, operations with all that applies to them, each
 * called as its function is. What types cannot tell is left out.
 */

/** A document of OpenAPI 3.1 that refers to nothing outside. */
export interface TypedDocument {
  readonly openapi: "3.1.0";
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Operations with methods that `paths` has no key for, by the names of their functions. */
  readonly others: Readonly<Record<string, unknown>>;
  /** Operations that the provider calls: webhooks by name, callbacks by the function of their operation and their name. */
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Methods that a path item of OpenAPI 3.1 has keys for. */
const METHODS = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/** Components that are kept as such where the description itself has them. */
const REUSED = ["parameters", "responses", "requestBodies", "headers"] as const;
type Reused = (typeof REUSED)[number];

/**
 * Writes the operations of a description, and all schemas that it names.
 * @param supplied the header of each operation that the run-time fills in, so that callers need not
 */
export function typedDocument(
  api: Api,
  names: ReadonlyMap<OperationRef, string>,
  supplied: ReadonlyMap<OperationRef, string>,
): TypedDocument {
  const writer = new Writer(api, supplied);
  const paths: Record<string, Record<string, unknown>> = {};
  const others = new Map<string, unknown>();
  for (const operation of api.operations) {
    const { ref } = operation;
    const name = names.get(ref) as string;
    const written = { operationId: name, ...writer.operation(operation) };
    if (METHODS.has(ref.method)) (paths[ref.path] ??= {})[ref.method.toLowerCase()] = written;
    else others.set(name, written);
  }
  const webhooks = writtenWebhooks(api, names, writer);
  return {
    openapi: "3.1.0",
    paths,
    others: Object.fromEntries(others),
    ...(Object.keys(webhooks).length > 0 && { webhooks }),
    components: writer.components(),
  };
}

function writtenWebhooks(api: Api, names: ReadonlyMap<OperationRef, string>, writer: Writer) {
  const ofCallback = new Map(
    api.operations.flatMap(({ ref, callbacks }) =>
      callbacks.flatMap(({ name, operations }) =>
        operations.map((each) => [each, `${names.get(ref)}/${name}`] as const),
      ),
    ),
  );
  const webhooks: Record<string, Record<string, unknown>> = {};
  for (const operation of api.webhooks) {
    const { ref } = operation;
    const method = ref.method.toLowerCase();
    const name = ofCallback.get(ref) ?? ref.path;
    // A callback may have several URLs.
    const key = webhooks[name]?.[method] === undefined ? name : `${name} ${ref.path}`;
    if (METHODS.has(ref.method)) (webhooks[key] ??= {})[method] = writer.operation(operation);
  }
  return webhooks;
}

class Writer {
  readonly #cursor: Cursor;
  readonly #schemas: SchemaWriter;
  readonly #reused: Record<Reused, Map<string, unknown>>;
  readonly #supplied: ReadonlyMap<OperationRef, string>;

  constructor(api: Api, supplied: ReadonlyMap<OperationRef, string>) {
    this.#supplied = supplied;
    this.#cursor = api.cursor;
    const { cursor } = api;
    const named = namedSchemas(cursor);
    const names = new ComponentNames(
      cursor.description,
      named.map(({ key }) => key),
    );
    this.#schemas = new SchemaWriter(cursor, names);
    this.#reused = { parameters: new Map(), responses: new Map(), requestBodies: new Map(), headers: new Map() };
    for (const { at } of named) this.#schemas.component(at);
  }

  components(): TypedDocument["components"] {
    const schemas = cutCircles(this.#schemas.components());
    const reused = REUSED.map((kind) => [kind, Object.fromEntries(this.#reused[kind])] as const);
    return { schemas, ...Object.fromEntries(reused.filter(([, members]) => Object.keys(members).length > 0)) };
  }

  operation({ ref, parameters, body, responses, lifecycle }: Operation): Record<string, unknown> {
    return {
      ...textsOf(ref.at.value as Plain, ["summary"]),
      ...(lifecycle.deprecated && { deprecated: true }),
      parameters: parameters.map((parameter) => this.#parameter(parameter, this.#supplied.get(ref))),
      ...(body && {
        requestBody: this.#shared("requestBodies", body.at, () => ({
          ...this.#docs(body.at),
          required: body.required,
          content: this.#content(body.content),
        })),
      }),
      responses: Object.fromEntries(responses.map((response) => [response.status, this.#response(response)])),
    };
  }

  #parameter(parameter: Parameter, supplied: string | undefined): unknown {
    const { name, required, deprecated, at, serialisation } = parameter;
    const isSupplied = parameter.in === "header" && name.toLowerCase() === supplied?.toLowerCase();
    const write = (isRequired: boolean) => ({
      name,
      // The whole query is typed as a parameter of it.
      in: parameter.in === "querystring" ? "query" : parameter.in,
      ...(isRequired && { required: true }),
      ...(deprecated && { deprecated }),
      ...this.#docs(at),
      schema: this.#schema(serialisation.schema),
    });
    // Other operations may refer to the same parameter, and ask their callers for it.
    return isSupplied && required ? write(false) : this.#shared("parameters", at, () => write(required));
  }

  #response({ at, content, headers }: Response): unknown {
    return this.#shared("responses", at, () => ({
      ...this.#docs(at),
      headers: Object.fromEntries(headers.map((header) => [header.name, this.#header(header)])),
      content: this.#content(content),
    }));
  }

  #header({ at, required, serialisation }: Header): unknown {
    return this.#shared("headers", at, () => ({
      ...this.#docs(at),
      ...(required && { required }),
      schema: this.#schema(serialisation.schema),
    }));
  }

  /** An item of a stream is typed in place of the whole. */
  #content(content: readonly MediaType[]): Record<string, unknown> {
    return Object.fromEntries(
      content.map(({ range, schema, itemSchema }) => [range, { schema: this.#schema(itemSchema ?? schema) }]),
    );
  }

  #schema(at: Located | undefined): unknown {
    return at ? this.#schemas.write(at) : {};
  }

  #docs(at: Located): Record<string, string> {
    return textsOf(at.value as Plain, ["description"]);
  }

  /** A component of the description stays one; what stands elsewhere is written where it is used. */
  #shared(kind: Reused, { document, pointer }: Located, write: () => unknown): unknown {
    const { root } = this.#cursor.description;
    const [, name] = new RegExp(`^/components/${kind}/([^/]+)$`).exec(document === root ? pointer : "") ?? [];
    if (name === undefined) return write();
    const members = this.#reused[kind];
    const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
    if (!members.has(key)) members.set(key, write());
    return { $ref: `#/components/${kind}/${escapeToken(key)}` };
  }
}

/** The schemas that a description names, as they stand. */
function namedSchemas(cursor: Cursor): { readonly key: string; readonly at: Located }[] {
  const { root } = cursor;
  const is2 = root.document.dialect === "openapi-2.0";
  const holder = is2 ? root : cursor.object(root, "components");
  const map = holder && cursor.object(holder, is2 ? "definitions" : "schemas");
  if (map === undefined || !isObject(map.value)) return [];
  return Object.keys(map.value)
    .filter((key) => !key.startsWith("x-") || isObject(own(map.value as Plain, key)))
    .flatMap((key) => {
      const at = cursor.member(map, key);
      return at ? [{ key, at }] : [];
    });
}
