import { isObject, own } from "../json.ts";
import { decodeFragment, escapeToken, parsePointer } from "../pointer.ts";
import { type Dialect, type DialectTraits, dialectOfSchemaUri, traitsOf } from "./dialect.ts";
import type { FormatPolicy } from "./formats.ts";

/** One parsed text, with the absolute URI that references name it by. */
export interface Document {
  readonly uri: string;
  readonly root: unknown;
  readonly dialect: Dialect;
  /**
   * The dialect of schemas in it that name none by `$schema`, where it is another than the document's: OpenAPI's
   * `jsonSchemaDialect`. What an unknown one says cannot be judged.
   */
  readonly schemas?: Dialect | "unknown" | undefined;
  /** How `format` is read; an annotation where nothing is said. */
  readonly formats?: FormatPolicy;
}

/** All documents that references may reach. Nothing is ever fetched: what is not here does not resolve. */
export interface Library {
  document(uri: string): Document | undefined;
  /** All of them, in a fixed order. */
  all(): Iterable<Document>;
}

/** A library over a fixed set of documents. */
export function libraryOf(documents: Iterable<Document>): Library {
  const byUri = new Map([...documents].map((document) => [document.uri, document]));
  return { document: (uri) => byUri.get(uri), all: () => byUri.values() };
}

/** A value inside a document, addressed by its JSON Pointer. */
export interface Located {
  readonly document: Document;
  readonly pointer: string;
  readonly value: unknown;
  /** How validation came here, where a dynamic reference could ask; see `DynamicScope`. */
  readonly scope?: DynamicScope | undefined;
}

/**
 * The dynamic scope of a place (JSON Schema core, section 7.1): of the resources that validation has been through, for
 * each dynamic anchor the outermost that has it. There are finitely many scopes, so that each dynamic reference leads to
 * one place once its scope is known.
 */
export interface DynamicScope {
  /** Pointer of the schema by which validation came into this document. */
  readonly entry: string;
  readonly anchors: ReadonlyMap<string, Located>;
  /** A text that equal sets of anchors share. */
  readonly key: string;
}

/** A place from which a reference is followed. */
export type Origin = Pick<Located, "document" | "pointer" | "scope">;

/** The keywords of references; `$recursiveRef` is the dynamic one of draft 2019-09. */
export type ReferenceKeyword = "$ref" | "$dynamicRef" | "$recursiveRef";

/** Why a reference leads nowhere. */
export interface Unresolved {
  readonly problem: "document" | "pointer" | "anchor" | "uri";
  readonly target: string;
}

/** What is said of a reference that leads nowhere. */
export function unresolvedMessage(reference: string, { problem, target }: Unresolved): string {
  switch (problem) {
    case "document":
      return `\`${reference}\` leads to \`${target}\`, which is not loaded.`;
    case "pointer":
      return `\`${reference}\` does not resolve: \`${target}\` does not exist.`;
    case "anchor":
      return `\`${reference}\` names an anchor that does not exist.`;
    case "uri":
      return `\`${reference}\` is not a reference.`;
  }
}

/** A schema resource: the part of a document that one URI names (JSON Schema core, section 8.2.1). */
interface Resource {
  readonly uri: string;
  readonly dialect: Dialect;
  readonly located: Located;
  readonly anchors: Map<string, Located>;
  /** Names of those anchors that a dynamic reference may find; `""` stands for `$recursiveAnchor`. */
  readonly dynamic: Set<string>;
}

interface Resources {
  /** By absolute URI; the document itself is the first. */
  readonly byUri: Map<string, Resource>;
  /** Pointers of embedded resources, longest first, to find the one that holds a place. */
  readonly embedded: readonly Resource[];
  /** Whether any of them has a dynamic anchor. */
  readonly dynamic: boolean;
  /** Where local references have been found to lead. */
  readonly local: Map<string, Located | Unresolved>;
}

const resourcesOf = new WeakMap<Document, Resources>();

/**
 * Resolves a reference from a place in a document (RFC 3986 and RFC 6901; `$id` and anchors as JSON Schema
 * core sections 8.2 and 9 say).
 *
 * @param from the schema that holds the reference
 */
export function resolveReference(
  reference: string,
  from: Origin,
  library: Library,
  keyword: ReferenceKeyword = "$ref",
): Located | Unresolved {
  const resources = resourcesIn(from.document);
  // The common case, a pointer into a document that embeds no resources, leads to the same place from everywhere.
  const plain = !from.scope?.anchors.size && !resources.dynamic && resources.embedded.length === 1;
  if (!reference.startsWith("#/") || !plain) return resolveInScope(reference, from, resources, library, keyword);
  let located = resources.local.get(reference);
  if (located === undefined) {
    located = resolve(reference, from, resources, library);
    resources.local.set(reference, located);
  }
  return located;
}

function resolveInScope(
  reference: string,
  from: Origin,
  resources: Resources,
  library: Library,
  keyword: ReferenceKeyword,
): Located | Unresolved {
  const found = resolve(reference, from, resources, library);
  if ("problem" in found) return found;
  const anchors = anchorsAt(from, resources);
  const target = (keyword === "$ref" ? undefined : dynamicTarget(reference, found, anchors)) ?? found;
  if (anchors.size === 0 && !resourcesIn(target.document).dynamic) return target;
  const key = [...anchors].map(([name, at]) => `${name}=${at.document.uri}#${at.pointer}`).sort();
  return { ...target, scope: { entry: target.pointer, anchors, key: key.join(" ") } };
}

/** The outermost place of the anchor that a dynamic reference names, where it leads to a dynamic anchor at first (core, section 8.2.3.2). */
function dynamicTarget(reference: string, found: Located, anchors: DynamicScope["anchors"]): Located | undefined {
  const name = decodeFragment(reference.slice(reference.indexOf("#") + 1));
  const holds = !name.startsWith("/") && holder(resourcesIn(found.document), found.pointer).dynamic.has(name);
  return holds ? anchors.get(name) : undefined;
}

/** The dynamic anchors in scope at a place: those it came with, and those of the resources between the entry and the place. */
function anchorsAt({ pointer, scope }: Origin, resources: Resources): Map<string, Located> {
  const anchors = new Map(scope?.anchors);
  const entry = scope?.entry ?? pointer;
  const inside = (at: string, outer: string) => at === outer || at.startsWith(`${outer}/`);
  const crossed = resources.embedded
    .filter(({ located: { pointer: at } }) => at !== entry && inside(at, entry) && inside(pointer, at))
    .sort((a, b) => a.located.pointer.length - b.located.pointer.length);
  for (const resource of [holder(resources, entry), ...crossed])
    for (const name of resource.dynamic)
      if (!anchors.has(name))
        anchors.set(name, name === "" ? resource.located : (resource.anchors.get(name) as Located));
  return anchors;
}

function resolve(reference: string, from: Origin, resources: Resources, library: Library): Located | Unresolved {
  const hash = reference.indexOf("#");
  const uriPart = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? "" : decodeFragment(reference.slice(hash + 1));
  const current = holder(resources, from.pointer);
  let resource = current;
  if (uriPart !== "") {
    const uri = absoluteUri(uriPart, current.uri);
    const location = locationOf(uriPart, current.uri, from.document);
    if (uri === undefined || location === undefined) return { problem: "uri", target: reference };
    const found = resources.byUri.get(uri) ?? documentResource(location, library) ?? documentNamed(uri, library);
    if (found === undefined) return { problem: "document", target: location };
    resource = found;
  }
  if (fragment === "") return resource.located;
  if (fragment.startsWith("/")) return locate(resource.located, fragment) ?? { problem: "pointer", target: fragment };
  return resource.anchors.get(fragment) ?? { problem: "anchor", target: fragment };
}

/** The value at a pointer below a located value. */
export function locate(from: Located, pointer: string): Located | undefined {
  const tokens = parsePointer(pointer);
  if (tokens === undefined) return undefined;
  let value: unknown = from.value;
  for (const token of tokens) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else value = isObject(value) ? own(value, token) : undefined;
    if (value === undefined) return undefined;
  }
  return {
    document: from.document,
    pointer: from.pointer + tokens.map((token) => `/${escapeToken(token)}`).join(""),
    value,
  };
}

/** Joins a reference to a base URI; undefined where either is no URI. */
export function absoluteUri(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href.replace(/#$/, "");
  } catch {
    return undefined;
  }
}

/**
 * The URI of the document that a reference names. A description of OpenAPI 3.2 may state its own URI in `$self`: a reference to
 * it is one to the document, and what lies beside that URI lies beside the document (OpenAPI 3.2, section 4.1.2.2.2).
 *
 * @param base what the reference is read against: the document's own URI, or that of a part that names itself
 * @returns undefined where the reference is none
 */
export function locationOf(reference: string, base: string, document: Document): string | undefined {
  const uri = absoluteUri(reference, base);
  const self = selfOf(document);
  if (self === undefined || uri === undefined) return uri;
  if (uri === self || (base === document.uri && absoluteUri(reference, self) === self)) return document.uri;
  const [stated, actual] = [self, document.uri].map((each) => each.slice(0, each.lastIndexOf("/") + 1));
  return uri.startsWith(stated as string) ? `${actual}${uri.slice((stated as string).length)}` : uri;
}

/** The URI that a description states for itself; only OpenAPI 3.2 knows it. */
function selfOf({ root, dialect, uri }: Document): string | undefined {
  const self = dialect === "openapi-3.2" && isObject(root) ? own(root, "$self") : undefined;
  return typeof self === "string" ? absoluteUri(self, uri) : undefined;
}

function documentNamed(uri: string, library: Library): Resource | undefined {
  for (const document of library.all()) if (selfOf(document) === uri) return documentResource(document.uri, library);
  return undefined;
}

function documentResource(uri: string, library: Library): Resource | undefined {
  const document = library.document(uri);
  return document && resourcesIn(document).byUri.get(document.uri);
}

function holder(resources: Resources, pointer: string): Resource {
  const inside = (at: string) => pointer === at || pointer.startsWith(`${at}/`);
  return resources.embedded.find((resource) => inside(resource.located.pointer)) as Resource;
}

function resourcesIn(document: Document): Resources {
  const known = resourcesOf.get(document);
  if (known) return known;
  const root: Resource = {
    uri: document.uri,
    dialect: defaultDialect(document),
    located: { document, pointer: "", value: document.root },
    anchors: new Map(),
    dynamic: new Set(),
  };
  const found: Resource[] = [root];
  const seen = new Set<unknown>();
  const visit = (value: object, pointer: string, within: Resource): void => {
    if (seen.has(value)) return;
    seen.add(value);
    let resource = within;
    if (isObject(value) && MAY_NAME.some((keyword) => keyword in value)) {
      const located = { document, pointer, value };
      const get = namingKeywords(value, traitsOf(within.dialect));
      const id = get(traitsOf(within.dialect).id ?? "$id");
      if (typeof id === "string") resource = openResource(id, located, within, found);
      for (const keyword of ["$anchor", "$dynamicAnchor"]) {
        const anchor = get(keyword);
        if (typeof anchor !== "string") continue;
        resource.anchors.set(anchor, located);
        if (keyword === "$dynamicAnchor") resource.dynamic.add(anchor);
      }
      if (get("$recursiveAnchor") === true) resource.dynamic.add("");
    }
    eachSchemaChild(value, document, (child, suffix) => visit(child, pointer + suffix, resource));
  };
  if (mentionsResources(document)) visit(document.root as object, "", root);
  const resources: Resources = {
    byUri: new Map(found.toReversed().map((resource) => [resource.uri, resource])),
    // Reversed first: a root renamed by its own `$id` goes by that name.
    embedded: found.toReversed().sort((a, b) => b.located.pointer.length - a.located.pointer.length),
    dynamic: found.some(({ dynamic }) => dynamic.size > 0),
    local: new Map(),
  };
  resourcesOf.set(document, resources);
  return resources;
}

/** Reads the keywords of a schema that name it; those that its dialect does not have, or that a reference hides, name nothing. */
function namingKeywords(raw: Record<string, unknown>, traits: DialectTraits): (keyword: string) => unknown {
  const hidden = traits.refHidesSiblings && typeof own(raw, "$ref") === "string";
  return (keyword) => (hidden || traits.without.has(keyword) ? undefined : own(raw, keyword));
}

/** Keywords whose values are data: an `$id` in them names nothing. */
const DATA = new Set(["const", "enum", "example", "examples"]);
/** Keywords of JSON Schema under which names, not keywords, come next. */
const MAPS = new Set(["$defs", "definitions", "properties", "patternProperties", "dependentSchemas", "dependencies"]);
/** Keywords of JSON Schema that hold schemas or lists of them. */
const APPLICATORS = new Set([
  ...[
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "oneOf",
    "prefixItems",
  ],
  ...["propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"],
]);

/**
 * Visits the members of a value that may hold schemas, with the suffix of their pointer. In OpenAPI, schemas stand under many keys;
 * in JSON Schema, under known ones.
 */
function eachSchemaChild(value: object, document: Document, visit: (child: object, suffix: string) => void): void {
  const known = document.dialect.startsWith("draft-") && !Array.isArray(value);
  for (const key in value) {
    const child = (value as Record<string, unknown>)[key];
    if (typeof child !== "object" || child === null || DATA.has(key)) continue;
    if (!known || APPLICATORS.has(key)) visit(child, `/${escapeToken(key)}`);
    else if (MAPS.has(key) && isObject(child))
      for (const name in child) {
        const member = child[name];
        if (typeof member === "object" && member !== null) visit(member, `/${key}/${escapeToken(name)}`);
      }
  }
}

/** `$id` opens a resource; before 2019-09 a fragment in it is an anchor (draft 07, section 8.2.3). */
function openResource(id: string, located: Located, within: Resource, found: Resource[]): Resource {
  const hash = id.indexOf("#");
  const [reference, fragment] = hash < 0 ? [id, ""] : [id.slice(0, hash), id.slice(hash + 1)];
  const uri = reference === "" ? within.uri : absoluteUri(reference, within.uri);
  const resource = uri === undefined || uri === within.uri ? within : resourceNamed(uri, located, within, found);
  if (fragment !== "") resource.anchors.set(decodeFragment(fragment), located);
  return resource;
}

function resourceNamed(uri: string, located: Located, within: Resource, found: Resource[]): Resource {
  // The root renamed by its own `$id` is one resource with two names.
  if (located.pointer === "") found.push({ ...within, uri });
  else {
    const said = own(located.value as Record<string, unknown>, "$schema");
    const dialect = (typeof said === "string" && dialectOfSchemaUri(said)) || within.dialect;
    found.push({ uri, dialect, located, anchors: new Map(), dynamic: new Set() });
  }
  return found.at(-1) as Resource;
}

/** The dialect of a place: that of the resource that holds it, which its `$schema` names (draft 2020-12 core, section 8.1.1). */
export function dialectAt(origin: Origin): Dialect {
  const resources = resourcesIn(origin.document);
  // The pointer of a place has to be put together: most documents are one resource, and need none.
  return resources.embedded.length === 1 ? defaultDialect(origin.document) : holder(resources, origin.pointer).dialect;
}

/** The dialect of schemas of a document that name none; one that is not known is read as the document's own. */
function defaultDialect({ dialect, schemas }: Document): Dialect {
  return schemas === undefined || schemas === "unknown" ? dialect : schemas;
}

/** Keywords that name a resource or an anchor since draft 06. */
const NAMING = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"];

/** The same, and that of draft 04. */
const MAY_NAME = [...NAMING, "id"];

/** Whether a document names resources or anchors at all; most do not, and then it need not be walked with pointers. */
function mentionsResources(document: Document): boolean {
  const names = new Set(document.dialect === "draft-04" ? ["id"] : NAMING);
  if (document.dialect === "openapi-2.0" || document.dialect === "openapi-3.0") return false;
  const seen = new Set<unknown>();
  const visit = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null || seen.has(value)) return false;
    seen.add(value);
    if (Array.isArray(value)) return value.some(visit);
    for (const key in value) {
      const child = (value as Record<string, unknown>)[key];
      if (names.has(key) && (typeof child === "string" || typeof child === "boolean")) return true;
      if (visit(child)) return true;
    }
    return false;
  };
  return visit(document.root);
}
