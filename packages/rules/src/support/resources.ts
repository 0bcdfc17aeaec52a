import {
  type Api,
  type ApiOperation,
  type Body,
  bareName,
  entriesIn,
  isDeprecated,
  isListName,
  jsonSchemaOf,
  keywordOf,
  type Located,
  type Operation,
  type OperationRef,
  operationsByPath,
  type Parameter,
  type Property,
  propertiesOf,
  type Resource,
  readOnce,
  responseOf,
  type Segment,
  successesOf,
  typesOf,
  valueAt,
  withAlternatives,
  wordsOf,
} from "@concordat/engine/kit";

/*
 * What rules about resources share: the operations of a path, paths that begin alike, what a collection is, and what
 * represents a resource.
 */

/** Whether a reference in a list of parameters leads nowhere: then nobody can tell which one it stands for. */
export function hasLostParameter({ item, at }: OperationRef, api: Api): boolean {
  return [item, at].some((owner) =>
    entriesIn(api.member(owner, "parameters")).some((entry) => api.follow(entry) === undefined),
  );
}

/** The parameter where a path or an operation declares it; a shared one is fine elsewhere, so the operation. */
export function ownPlace({ at }: Parameter, { item, at: operation }: OperationRef): Located {
  return at.document === item.document && at.pointer.startsWith(`${item.pointer}/`) ? at : operation;
}

/** A path with the operations by method that are not deprecated, HEAD and the like too: each shows how the path is used. */
export interface LiveResource extends Resource {
  readonly operations: ReadonlyMap<string, ApiOperation>;
  /** How its operations are named in findings. */
  readonly refs: readonly OperationRef[];
}

/** Paths with an operation that is not deprecated. Those with a query or a fragment are left to the rule that forbids them. */
export const liveResources: (api: Api) => readonly LiveResource[] = readOnce((api) => {
  const found = operationsByPath(api.operations.filter(({ ref }) => !isDeprecated(ref.at)));
  return api.resources.flatMap((resource) => {
    const operations = /[?#]/.test(resource.path) ? undefined : found.get(resource.path);
    if (operations === undefined) return [];
    const byMethod = new Map(operations.map((operation) => [operation.ref.method, operation]));
    return [{ ...resource, operations: byMethod, refs: operations.map(({ ref }) => ref) }];
  });
});

/** What several paths begin with. */
export interface Prefix {
  readonly path: string;
  /** The path item of the prefix itself, or of the first path that begins with it. */
  readonly at: Located;
  readonly operations: readonly OperationRef[];
}

/** Beginnings of live paths, each once, that end with a segment of which something holds. */
export function prefixesWhere(api: Api, holds: (resource: LiveResource, index: number) => boolean): Prefix[] {
  const resources = liveResources(api);
  const byPath = new Map(resources.map((resource) => [resource.path, resource]));
  const found = new Map<string, { path: string; at: Located; operations: Set<OperationRef> }>();
  for (const resource of resources) {
    for (const index of resource.segments.keys()) {
      if (!holds(resource, index)) continue;
      const path = prefixOf(resource, index);
      const own = byPath.get(path);
      const known = found.get(path) ?? { path, at: (own ?? resource).at, operations: new Set(own?.refs) };
      found.set(path, known);
      for (const ref of resource.refs) known.operations.add(ref);
    }
  }
  return [...found.values()].map((prefix) => ({ ...prefix, operations: [...prefix.operations] }));
}

/** Whether a segment carries a mark that sets it apart from names and identifiers: `_search`, `@me`, `.well-known`. */
export function isSetApart({ text }: Segment): boolean {
  return /^[_@$.]/.test(text);
}

/** A path up to a segment. */
export function prefixOf({ segments }: Resource, index: number): string {
  return segments
    .slice(0, index + 1)
    .map(({ text }) => `/${text}`)
    .join("");
}

/** A literal segment without the verb of a custom method. */
export function nounOf({ text, verb }: Segment): string {
  return verb === undefined ? text : text.slice(0, -verb.length - 1);
}

/** What a GET answers with: `true` for a list, bare or in an envelope; undefined where no schema says. */
export function answersWithList(get: Operation | undefined, api: Api): boolean | undefined {
  const schema = get && answerOf(get);
  const segment = get?.ref.path.split("/").at(-1) ?? "";
  return schema && withAlternatives(schema, api).some((each) => isList(each, segment, api));
}

/** Whether a schema is an array, or an object with one under a usual name or that of the collection. */
function isList(schema: Located, segment: string, api: Api): boolean {
  if (typesOf(schema, api).includes("array")) return true;
  const named = [...propertiesOf(schema, api).values()].filter(
    ({ name }) => isListName(name) || bareName(name) === bareName(segment),
  );
  return named.some(({ at }) => typesOf(at, api).includes("array"));
}

/** The schema of the first JSON content that a success answers with. */
function answerOf(operation: Operation): Located | undefined {
  return successesOf(operation)
    .map(({ content }) => jsonSchemaOf(content))
    .find((schema) => schema !== undefined);
}

/** The schema of JSON content that an operation answers a status with. */
export function answerTo(operation: Operation | undefined, status: string): Located | undefined {
  const response = operation && responseOf(operation, status);
  return response && jsonSchemaOf(response.content);
}

/** Paths that items hang below. */
export function pathsWithItems(api: Api): ReadonlySet<string> {
  return new Set(api.resources.flatMap(({ kind, parent }) => (kind === "item" && parent ? [parent.path] : [])));
}

/** Whether a path is a collection for sure: its GET lists, or it has items below and no GET that says otherwise. */
export function isCollection(resource: LiveResource, withItems: ReadonlySet<string>, api: Api): boolean {
  if (resource.kind !== "collection") return false;
  return answersWithList(resource.operations.get("GET"), api) ?? withItems.has(resource.path);
}

/** Whether a body says nothing: an optional one without properties, as generators write it everywhere. */
export function isEmptyBody({ required, content }: Body, api: Api): boolean {
  const isEmpty = (at: Located) => typesOf(at, api).includes("object") && propertiesOf(at, api).size === 0;
  return !required && content.every(({ schema }) => schema !== undefined && isEmpty(schema));
}

/** Whether a name is that of an identifier: `id`, `order_id`, `orderId`, `uuid`, `ServiceSid`. */
export function isIdentifier(name: string): boolean {
  return ["id", "ids", "uuid", "guid", "sid", "key", "slug"].includes(wordsOf(name).at(-1) ?? "");
}

/** Properties that responses show, `writeOnly` left out; undefined where the schema has alternatives or names none. */
export function shownBy(schema: Located | undefined, api: Api): ReadonlyMap<string, Property> | undefined {
  if (keywordOf(schema, "oneOf", api) !== undefined || keywordOf(schema, "anyOf", api) !== undefined) return undefined;
  if (typesOf(schema, api).includes("array")) return undefined;
  const properties = propertiesOf(schema, api);
  for (const [name, property] of properties) if (isMarked(property, "writeOnly", api)) properties.delete(name);
  return properties.size > 0 ? properties : undefined;
}

/** Whether a property is `readOnly` or `writeOnly`, where it stands or in the schema that it refers to. */
export function isMarked({ at }: Property, mark: "readOnly" | "writeOnly", api: Api): boolean {
  return valueAt(at, mark) === true || keywordOf(at, mark, api) === true;
}

/** Whether two schemas are one, references followed. */
export function isSameSchema(a: Located | undefined, b: Located | undefined, api: Api): boolean {
  const [first, second] = [api.follow(a), api.follow(b)];
  return first !== undefined && first.value === second?.value;
}

/** Names in one map and not in the other, sorted. */
export function namesLacking(of: ReadonlyMap<string, unknown>, within: ReadonlyMap<string, unknown>): string[] {
  return [...of.keys()].filter((name) => !within.has(name)).sort();
}

/** Whether a parameter can hold a text, as far as its schema says. */
export function canHold(schema: Located | undefined, text: string, api: Api): boolean {
  const types = typesOf(schema, api);
  if (types.length > 0 && !types.includes("string") && !/^-?\d/.test(text)) return false;
  const values = keywordOf(schema, "enum", api);
  if (Array.isArray(values)) return values.includes(text);
  if (keywordOf(schema, "format", api) === "uuid") return text.length === 36;
  const pattern = keywordOf(schema, "pattern", api);
  // A short text cannot make a pattern run for long; one that JavaScript cannot read restricts nothing here.
  if (typeof pattern !== "string" || text.length > 40) return true;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}
