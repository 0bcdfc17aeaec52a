import {
  type Api,
  type ApiOperation,
  type ApiSchema,
  type Edit,
  isJson,
  isObject,
  type Json,
  keywordOf,
  type Located,
  listIn,
  type Operation,
  own,
  type Parameter,
  partsOf,
  propertiesOf,
  type Response,
  successesOf,
  typesOf,
  valueAt,
} from "@concordat/engine/kit";

/** Methods that rules about operations leave out: they carry no contract of their own. */
const BARE_METHODS = new Set(["HEAD", "OPTIONS", "TRACE"]);

/** Operations that new demands make sense for. */
export function livingOperations(api: Api): ApiOperation[] {
  return api.operations.filter(({ ref }) => !BARE_METHODS.has(ref.method) && valueAt(ref.at, "deprecated") !== true);
}

/** Responses that tell of failure; `default` is one of them where the success stands beside it. */
export function errorsOf({ responses }: Operation): Response[] {
  const succeeds = responses.some(({ status }) => /^[123]/.test(status));
  return responses.filter(({ status }) => /^[45]/.test(status) || (status === "default" && succeeds));
}

/** Whether a path belongs to OAuth, which fixes the form of its errors (RFC 6749, section 5.2). */
export function isOfOauth(path: string): boolean {
  return /\/oauth2?(?:\/|$)/i.test(path);
}

/** The JSON schemas that describe the errors of an operation. */
export function errorSchemasOf(operation: Operation): Located[] {
  return errorsOf(operation).flatMap(({ content }) => content.filter(isJson).flatMap(({ schema }) => schema ?? []));
}

/** A schema, or what its `oneOf` and `anyOf` offer in its place. */
export function alternativesOf(schema: Located | undefined, api: Api): Located[] {
  const found: Located[] = [];
  const seen = new Set<unknown>();
  const visit = (given: Located | undefined): void => {
    const at = api.follow(given);
    if (at === undefined || !isObject(at.value) || seen.has(at.value)) return;
    seen.add(at.value);
    const branches = [...membersOf(at, "oneOf"), ...membersOf(at, "anyOf")];
    if (branches.length === 0) found.push(at);
    for (const branch of branches) visit(branch);
  };
  visit(schema);
  return found;
}

/** The schemas in a list of a schema, as they stand. */
export function membersOf({ document, pointer, value }: Located, keyword: string): Located[] {
  if (!isObject(value)) return [];
  return listIn(own(value, keyword)).map((member, i) => ({
    document,
    pointer: `${pointer}/${keyword}/${i}`,
    value: member,
  }));
}

/** Whether a schema is an alternative, a condition or a part of the schema that holds it, and cannot be judged alone. */
export function isBranch({ at, property }: ApiSchema): boolean {
  return (
    property === undefined &&
    /\/(?:(?:allOf|anyOf|oneOf)\/\d+|not|if|then|else|dependentSchemas\/[^/]+)$/.test(at.pointer)
  );
}

/** The place of a property in the schema that declares it. */
export function propertyAt(schema: Located, name: string, api: Api): Located {
  const properties = api.member(schema, "properties");
  return (properties && api.member(properties, name)) ?? schema;
}

/** The name of a component, or of whatever else stands at a place. */
export function nameAt({ document, pointer }: Located): string {
  const last = (pointer === "" ? document.uri : pointer).split("/").at(-1) as string;
  return last.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** References to shared responses of the description, by the status that they are used for most. */
export function sharedResponses(api: Api): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { ref } of api.operations) {
    const responses = valueAt(ref.at, "responses");
    if (ref.at.document !== api.root.document || !isObject(responses)) continue;
    for (const [status, response] of Object.entries(responses)) {
      const reference = isObject(response) ? own(response, "$ref") : undefined;
      if (typeof reference !== "string" || !reference.startsWith("#/")) continue;
      const known = counts.get(status) ?? new Map<string, number>();
      counts.set(status, known.set(reference, (known.get(reference) ?? 0) + 1));
    }
  }
  return new Map([...counts].map(([status, known]) => [status, commonest(known) as string]));
}

/** What is counted most often; of equals the first in the alphabet. */
export function commonest<T>(counts: ReadonlyMap<T, number>): T | undefined {
  return [...counts].sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1))[0]?.[0];
}

/** Declares one more response: the one that other operations share for the status, or else one with a description. */
export function addResponse(
  { ref }: Operation,
  status: string,
  description: string,
  shared: ReadonlyMap<string, string>,
  api: Api,
): Edit[] {
  const at = api.follow(api.member(ref.at, "responses"));
  if (api.revision.dialect === "openapi-2.0" || !isObject(at?.value) || Object.hasOwn(at.value, status)) return [];
  const $ref = at.document === api.root.document ? shared.get(status) : undefined;
  return [{ kind: "set", at: at as Located, key: status, value: $ref === undefined ? { description } : { $ref } }];
}

/** The answer of an operation that lists resources. */
export interface ListAnswer {
  readonly response: Response;
  readonly schema: Located;
  /** The array with the resources. */
  readonly list: Located;
}

const LIST_NAMES =
  /^(?:items|data|values?|results?|entries|records|list|content|rows|elements|members|nodes|edges|hits)$/;

/** What a GET of a collection answers with, if that is a list of resources of which there may be many. */
export function listAnswerOf(operation: ApiOperation, api: Api): ListAnswer | undefined {
  const { ref, resource } = operation;
  if (ref.method !== "GET" || (resource.kind !== "collection" && resource.kind !== "singleton")) return undefined;
  const [response] = successesOf(operation);
  const choices = alternativesOf(response?.content.find(isJson)?.schema, api);
  if (response === undefined) return undefined;
  const segment = resource.segments.at(-1)?.text ?? "";
  const answers = choices.map((schema) => ({ response, schema, list: findList(schema, segment, api) }));
  const lists = answers.filter((answer): answer is ListAnswer => answer.list !== undefined);
  return lists.length === choices.length ? lists[0] : undefined;
}

function findList(schema: Located, segment: string, api: Api): Located | undefined {
  if (isList(schema, api)) return schema;
  const properties = propertiesOf(schema, api);
  const names = [...properties.keys()];
  const lists = names.filter((name) => isList(properties.get(name)?.at, api));
  const last = plain(segment);
  const named = lists.find((name) => LIST_NAMES.test(plain(name)) || plain(name) === last);
  const only = lists.length === 1 && names.some((name) => tellsOfMore(name)) ? lists[0] : undefined;
  const chosen = properties.get(named ?? only ?? "");
  return chosen && api.follow(chosen.at);
}

/** An array of objects without a small bound: scalars are settings more often than resources. */
function isList(schema: Located | undefined, api: Api): boolean {
  if (!typesOf(schema, api).includes("array")) return false;
  const bound = keywordOf(schema, "maxItems", api);
  if (typeof bound === "number" && bound <= 100) return false;
  const items = partsOf(schema, api).flatMap((part) => api.member(part, "items") ?? [])[0];
  const types = alternativesOf(items, api).flatMap((item) => typesOf(item, api));
  return types.length === 0 || types.includes("object");
}

/** A name without case and separators: `page[size]`, `page_size` and `$pageSize` are one. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, "");
}

/** What a parameter says about the page that is asked for. */
export type PagingRole = "size" | "cursor" | "page" | "offset";

/** A parameter, or a member of one, that has to do with paging. */
export interface PagingParameter {
  readonly role: PagingRole;
  readonly name: string;
  readonly at: Located;
  readonly required: boolean;
  readonly schema: Located | undefined;
}

const SIZE =
  /^(?:(?:page)?(?:limit|size|count)|perpage|maxresults|maxpagesize|maxitems|maxrecords|maxcount|pagelength|top|take|rows|first|(?:results|items|records)perpage|batchsize|num)$/;
const CURSOR =
  /^(?:(?:page|next|start|after|end)?cursor|(?:next)?(?:page)?token|continuation(?:token)?|continue|(?:next)?marker|starting?after|ending?before|(?:page)?(?:after|before)|(?:after|before|since|max|last)id|around|exclusivestartkey|scrollid|skiptoken|next|startkey|bookmark|pagestate|streamposition|nextoffset)$/;
const PAGE = /^(?:page|page(?:number|no|num|index)|currentpage)$/;
const OFFSET = /^(?:page)?(?:offset|skip|start|startindex|startat|from)$/;

/** How a request for a list may say which part of it is wanted. */
export function pagingOf({ parameters }: Operation, api: Api): PagingParameter[] {
  return parameters.flatMap((parameter): PagingParameter[] => {
    const { at, name, required, serialisation } = parameter;
    const one = (role: PagingRole, schema?: Located) => ({ role, name, at, required, schema });
    // What a query as a whole or a range holds, no name can tell.
    if (parameter.in === "querystring" || isRange(parameter)) return [one("size"), one("offset")];
    if (parameter.in !== "query") return [];
    const { schema } = serialisation;
    const members = /^(?:page|pagination|paging)$/.test(plain(name)) ? [...propertiesOf(schema, api).values()] : [];
    if (members.length > 0)
      return members.flatMap((member) => {
        const role = roleOf(`page${member.name}`, member.at, api);
        return role ? [{ ...one(role, member.at), name: `${name}[${member.name}]` }] : [];
      });
    const role = roleOf(name, schema, api);
    return role ? [one(role, schema)] : [];
  });
}

function isRange(parameter: Parameter): boolean {
  return parameter.in === "header" && parameter.name.toLowerCase() === "range";
}

function roleOf(name: string, schema: Located | undefined, api: Api): PagingRole | undefined {
  const bare = plain(name);
  const types = typesOf(schema, api);
  // Dates select by time, whatever their name is.
  if (types.includes("boolean") || /^date|time/.test(String(keywordOf(schema, "format", api)))) return undefined;
  const counts = types.length === 0 || types.includes("integer") || types.includes("number");
  if (SIZE.test(bare)) return "size";
  // What counts no pages is a token with the name of one.
  if (PAGE.test(bare)) return counts || bare !== "page" ? "page" : "cursor";
  if (OFFSET.test(bare)) return counts ? "offset" : bare === "from" ? undefined : "cursor";
  return CURSOR.test(bare) || (bare === "since" && types.includes("integer")) ? "cursor" : undefined;
}

/** Whether a name in an answer says that there is more, and where: `next_page`, `has_more`, `links`. */
export function tellsOfMore(name: string): boolean {
  const bare = plain(name);
  return (
    /^(?:odata|page)?next|cursor|^has(?:more|next)|continuation|^(?:links?|scrollid|marker|istruncated|lastid|lastevaluatedkey|after)$/.test(
      bare,
    ) || tellsOfTotal(name)
  );
}

/** Whether a name in an answer says how much there is. */
export function tellsOfTotal(name: string): boolean {
  return /total|^(?:count|pagecount|pages|lastpage)$/.test(plain(name));
}

/** Whether a name is a word or several, whatever their case: signs such as `@` or `.` belong to other notations. */
export function isPlainName(name: string): boolean {
  return /^_*[A-Za-z][\w-]*$/.test(name);
}

/** Values of an enum that its own type refuses. */
export function strangersIn(schema: Located): { readonly value: Json; readonly types: readonly string[] }[] {
  const values = listIn(valueAt(schema, "enum"));
  const type = valueAt(schema, "type");
  if (values.length === 0 || type === undefined) return [];
  const nullable = valueAt(schema, "nullable") === true || valueAt(schema, "x-nullable") === true;
  const types = [type, nullable ? "null" : undefined].flat().filter((each) => typeof each === "string");
  return (values as Json[])
    .filter((value) => !types.some((each) => isOf(value, each)))
    .map((value) => ({ value, types }));
}

function isOf(value: Json, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isOld(api: Api): boolean {
  return api.revision.dialect === "openapi-2.0";
}

/** Where OpenAPI 2.0 keeps what may be shared. */
const OLD_KINDS = ["definitions", "parameters", "responses", "securityDefinitions"];

/** All components of a description, by pointer. */
export function componentsIn(api: Api): Map<string, Located> {
  const old = isOld(api);
  const holder = old ? api.root : api.member(api.root, "components");
  const kinds = old ? OLD_KINDS : isObject(holder?.value) ? Object.keys(holder.value) : [];
  const found = kinds
    .filter((kind) => !kind.startsWith("x-"))
    .flatMap((kind) => {
      const map = holder && api.member(holder, kind);
      return map && isObject(map.value) ? Object.keys(map.value).flatMap((name) => api.member(map, name) ?? []) : [];
    });
  return new Map(found.map((at) => [at.pointer, at]));
}

/** What refers to what in a description, by the pointers of its components. */
export interface ReferenceMap {
  /** Components that are referred to from outside all components, or from another file. */
  readonly used: ReadonlySet<string>;
  /** Components that a component refers to, by its pointer. */
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Finds all references to the components of a description, in every file of it; what looks like one counts as one. */
export function referencesIn(components: ReadonlyMap<string, Located>, api: Api): ReferenceMap {
  const { root, revision } = api;
  const used = new Set<string>();
  const from = new Map([...components.keys()].map((pointer) => [pointer, new Set<string>()]));
  const keep = (reference: string, base: string, owner: string | undefined): void => {
    const target = componentOf(reference, base, root.document.uri, components);
    if (target !== undefined) (owner === undefined ? used : from.get(owner))?.add(target);
  };
  const walk = (value: unknown, base: string, owner: string | undefined, key: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (key === "security" && isObject(item)) keepSchemes(item, base, owner);
      for (const item of value) if (typeof item === "object") walk(item, base, owner, "");
    } else if (isObject(value)) {
      for (const name in value) {
        const member = value[name];
        if (typeof member === "string") {
          if (name === "$ref" || name === "$dynamicRef" || key === "mapping") keep(member, base, owner);
        } else if (typeof member === "object" && member !== null) walk(member, base, owner, name);
      }
    }
  };
  const keepSchemes = (requirement: Record<string, unknown>, base: string, owner: string | undefined): void => {
    for (const name of Object.keys(requirement)) keep(name, base, owner);
  };
  for (const [pointer, { document, value }] of components) walk(value, document.uri, pointer, "");
  for (const { root: top, uri } of revision.description.library.all()) {
    const holders: readonly string[] = top !== root.value ? [] : isOld(api) ? OLD_KINDS : ["components"];
    for (const [name, member] of Object.entries(isObject(top) ? top : {})) {
      if (!holders.includes(name)) walk(member, uri, undefined, name);
    }
  }
  return { used, from };
}

/** The component that a reference leads to, or into; names alone are those of schemas and of security schemes. */
function componentOf(
  reference: string,
  base: string,
  root: string,
  components: ReadonlyMap<string, Located>,
): string | undefined {
  const hash = reference.indexOf("#");
  const file = hash < 0 ? reference : reference.slice(0, hash);
  if (base === root && hash < 0) {
    const named = ["/components/schemas/", "/components/securitySchemes/", "/definitions/", "/securityDefinitions/"];
    const found = named.map((prefix) => prefix + escapeName(reference)).find((pointer) => components.has(pointer));
    if (found !== undefined) return found;
  }
  if (hash < 0 || (file === "" ? base : URL.parse(file, base)?.href) !== root) return undefined;
  const [, first = "", second = "", third = ""] = decode(reference.slice(hash + 1)).split("/");
  const pointer = first === "components" ? `/${first}/${second}/${third}` : `/${first}/${second}`;
  return components.has(pointer) ? pointer : undefined;
}

function escapeName(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
