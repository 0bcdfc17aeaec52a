import { isObject, type Located, own } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { Cursor } from "./cursor.ts";
import { readOperation } from "./read-operation.ts";
import { readRevision } from "./read-revision.ts";
import { securitySchemes } from "./read-security.ts";
import { classifyPaths, type PathEntry, type Resource } from "./resource.ts";
import type { MediaType, Operation, OperationRef, Response, Revision } from "./revision.ts";
import { type ApiSchema, type SchemaRoot, walkSchemas } from "./schema-walk.ts";

/** An operation with the resource it belongs to. */
export interface ApiOperation extends Operation {
  readonly resource: Resource;
}

/** One revision, read as a whole: what rules about a single description look at. Parts are read when first asked for. */
export class Api {
  readonly revision: Revision;
  readonly cursor: Cursor;
  #operations: readonly ApiOperation[] | undefined;
  #webhooks: readonly Operation[] | undefined;
  #resources: ReadonlyMap<string, Resource> | undefined;
  #schemas: readonly ApiSchema[] | undefined;

  constructor(description: Description) {
    this.cursor = new Cursor(description);
    this.revision = readRevision(this.cursor);
  }

  get root(): Located {
    return this.cursor.root;
  }

  /** Paths with what they stand for, in the order of the description. */
  get resources(): readonly Resource[] {
    return [...this.#resourceMap().values()];
  }

  /** Operations below `paths`, all that applies to them merged. */
  get operations(): readonly ApiOperation[] {
    return (this.#operations ??= this.revision.operations.map((ref) => ({
      ...readOperation(ref, this.cursor),
      resource: this.#resourceMap().get(ref.path) as Resource,
    })));
  }

  /** Operations that the provider calls: webhooks and callbacks. */
  get webhooks(): readonly Operation[] {
    return (this.#webhooks ??= [
      ...this.revision.webhooks,
      ...this.operations.flatMap(({ callbacks }) => callbacks.flatMap((callback) => callback.operations)),
    ].map((ref) => readOperation(ref, this.cursor)));
  }

  /** All schemas, each once. */
  get schemas(): readonly ApiSchema[] {
    return (this.#schemas ??= walkSchemas(this.#schemaRoots(), this.cursor));
  }

  /** Security schemes by name. */
  get securitySchemes(): readonly { readonly key: string; readonly at: Located }[] {
    return securitySchemes(this.cursor);
  }

  /** The schema that a reference leads to, or the schema itself. */
  follow(at: Located | undefined): Located | undefined {
    return at && this.cursor.follow(at);
  }

  /** The member of an object, as it stands; undefined for anything but an object. Items of a list are `entriesIn` of the kit. */
  member(at: Located, key: string): Located | undefined {
    return this.cursor.member(at, key);
  }

  #resourceMap(): ReadonlyMap<string, Resource> {
    if (this.#resources === undefined) {
      const entries = new Map<string, PathEntry & { readonly methods: Set<string> }>();
      for (const ref of this.revision.operations) {
        const known = entries.get(ref.path);
        if (known) known.methods.add(ref.method);
        else
          entries.set(ref.path, {
            path: ref.path,
            at: ref.item,
            methods: new Set([ref.method]),
            lists: this.#lists(ref),
          });
      }
      const classified = classifyPaths([...entries.values()]);
      this.#resources = new Map([...entries.keys()].map((path) => [path, classified.get(path) as Resource]));
    }
    return this.#resources;
  }

  /** Whether the GET beside an operation answers with a list, bare or as the one array of an object. */
  #lists({ item }: OperationRef): boolean {
    const { cursor } = this;
    const get = cursor.object(item, "get");
    const ok = get && this.#object(get, "responses", "200");
    const content = ok && this.#object(ok, "content");
    const first = content && Object.keys(content.value as object)[0];
    const media = first === undefined ? ok : cursor.member(content as Located, first);
    const schema = media && cursor.member(media, "schema");
    const target = schema && cursor.follow(schema);
    if (target === undefined || !isObject(target.value)) return false;
    if (own(target.value, "type") === "array") return true;
    const properties = own(target.value, "properties");
    if (!isObject(properties)) return false;
    const arrays = Object.keys(properties).filter((name) => {
      const at = cursor.object(target, "properties");
      const member = at && cursor.member(at, name);
      const value = member && cursor.follow(member)?.value;
      return isObject(value) && own(value, "type") === "array";
    });
    return (
      arrays.length === 1 &&
      /^(?:items|data|values?|results?|entries|records|list|content|rows)$/i.test(arrays[0] as string)
    );
  }

  #object(at: Located, ...keys: readonly string[]): Located | undefined {
    let found: Located | undefined = at;
    for (const key of keys) {
      const member: Located | undefined = isObject(found?.value) ? this.cursor.member(found, key) : undefined;
      found = member && this.cursor.follow(member);
    }
    return found && isObject(found.value) ? found : undefined;
  }

  *#schemaRoots(): Generator<SchemaRoot> {
    for (const operation of this.operations) yield* rootsOf(operation, "request", "response");
    for (const operation of this.webhooks) yield* rootsOf(operation, "response", "request");
    const old = this.revision.dialect === "openapi-2.0";
    const components = old ? this.root : this.#object(this.root, "components");
    const schemas = components && this.#object(components, old ? "definitions" : "schemas");
    if (schemas === undefined) return;
    for (const name of Object.keys(schemas.value as object)) {
      const at = this.cursor.member(schemas, name);
      if (at !== undefined) yield { at, usage: "none" };
    }
  }
}

type UsageName = SchemaRoot["usage"];

function* rootsOf(
  { parameters, body, responses }: Operation,
  sent: UsageName,
  answered: UsageName,
): Generator<SchemaRoot> {
  for (const { serialisation } of parameters) if (serialisation.schema) yield { at: serialisation.schema, usage: sent };
  for (const media of body?.content ?? []) yield* mediaRoots(media, sent);
  for (const response of responses) yield* responseRoots(response, answered);
}

function* responseRoots({ headers, content }: Response, usage: UsageName): Generator<SchemaRoot> {
  for (const { serialisation } of headers) if (serialisation.schema) yield { at: serialisation.schema, usage };
  for (const media of content) yield* mediaRoots(media, usage);
}

function* mediaRoots({ schema, itemSchema }: MediaType, usage: UsageName): Generator<SchemaRoot> {
  if (schema) yield { at: schema, usage };
  if (itemSchema) yield { at: itemSchema, usage };
}
