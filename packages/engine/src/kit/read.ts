import { isObject, type Located, own } from "@concordat/containment/internal";
import type { Api, ApiOperation } from "../model/api.ts";
import { exampleValues } from "../model/examples.ts";
import type { Header, MediaType, Operation, OperationRef, Parameter, Response } from "../model/revision.ts";
import { isSuccess } from "../model/status.ts";

/** How deep `allOf`s and references are followed for the members of a schema. */
const DEEPEST = 20;

/** Methods without a contract of their own: they tell of what GET and the others do (RFC 9110, sections 9.3.2, 9.3.7, 9.3.8). */
const AUXILIARY_METHODS = new Set(["HEAD", "OPTIONS", "TRACE"]);

/** Whether a method only tells of what others do: HEAD, OPTIONS and TRACE. */
export function isAuxiliaryMethod(method: string): boolean {
  return AUXILIARY_METHODS.has(method);
}

/** Whether a method asks for a representation and for nothing else: GET and HEAD. */
export function isReadMethod(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** A reading of something that is made once, however many rules ask for it. */
export function readOnce<Of extends object, T extends object>(read: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, T>();
  return (of) => {
    const made = known.get(of) ?? read(of);
    known.set(of, made);
    return made;
  };
}

/** Operations that consumers call for their own sake, deprecated ones too: for what has to hold until the last day. */
export const mainOperations: (api: Api) => readonly ApiOperation[] = readOnce((api) =>
  api.operations.filter(({ ref }) => !isAuxiliaryMethod(ref.method)),
);

/** Main operations that are not on their way out: for demands that nobody should have to meet for what is about to go. */
export const activeOperations: (api: Api) => readonly ApiOperation[] = readOnce((api) =>
  mainOperations(api).filter(({ ref }) => !isDeprecated(ref.at)),
);

/** Operations by path, in the order in which they are given. */
export function operationsByPath(operations: readonly ApiOperation[]): Map<string, readonly ApiOperation[]> {
  return Map.groupBy(operations, ({ ref }) => ref.path);
}

/** A property of a schema, in whichever part of an `allOf` it is declared. */
export interface Property {
  readonly name: string;
  /** The schema as it stands, perhaps a reference. */
  readonly at: Located;
  readonly required: boolean;
}

/** Properties of a schema by name: references followed, `allOf` merged, alternatives left out. */
export function propertiesOf(schema: Located | undefined, api: Api): Map<string, Property> {
  const found = new Map<string, Property>();
  const required = new Set<string>();
  const parts = partsOf(schema, api);
  for (const part of parts) for (const name of namesIn(valueAt(part, "required"))) required.add(name);
  for (const part of parts) {
    const at = api.member(part, "properties");
    if (at === undefined || !isObject(at.value)) continue;
    for (const name of Object.keys(at.value)) {
      const member = api.member(at, name);
      if (member !== undefined && !found.has(name)) found.set(name, { name, at: member, required: required.has(name) });
    }
  }
  return found;
}

/** A schema and all that its references and `allOf`s take in, the schema itself first. */
export function partsOf(schema: Located | undefined, api: Api): Located[] {
  const parts = new Map<unknown, Located>();
  const visit = (given: Located | undefined, depth: number): void => {
    const at = api.follow(given);
    if (at === undefined || !isObject(at.value) || depth > DEEPEST || parts.has(at.value)) return;
    parts.set(at.value, at);
    for (const part of entriesIn(api.member(at, "allOf"))) visit(part, depth + 1);
  };
  visit(schema, 0);
  return [...parts.values()];
}

/**
 * What a value may follow in the place of a schema: the leaves of its `oneOf` and `anyOf`, `null` left out; else the schema
 * itself. For what has to hold for each of them. A schema with properties stands for itself, as one with `allOf` does:
 * alternatives only add to what it says, or restrict it.
 */
export function alternativesOf(schema: Located | undefined, api: Api): Located[] {
  const found = new Map<unknown, Located | undefined>();
  const visit = (given: Located | undefined): void => {
    const at = api.follow(given);
    if (at === undefined || !isObject(at.value) || found.has(at.value)) return;
    const branches = valueAt(at, "properties") === undefined ? branchesOf(at, api) : [];
    found.set(at.value, branches.length === 0 && valueAt(at, "type") !== "null" ? at : undefined);
    for (const branch of branches) visit(branch);
  };
  visit(schema);
  return [...found.values()].filter((at) => at !== undefined);
}

/** A schema with all its alternatives, those of its parts too: for what need only hold for one of them. */
export function withAlternatives(schema: Located | undefined, api: Api): Located[] {
  const found = new Map<unknown, Located>();
  const visit = (given: Located | undefined): void => {
    const parts = partsOf(given, api);
    const [at] = parts;
    if (at === undefined || found.has(at.value)) return;
    found.set(at.value, at);
    for (const part of parts) for (const branch of branchesOf(part, api)) visit(branch);
  };
  visit(schema);
  return [...found.values()];
}

function branchesOf(at: Located, api: Api): Located[] {
  return ["oneOf", "anyOf"].flatMap((keyword) => entriesIn(api.member(at, keyword)));
}

/** The schema of the items of an array; undefined where none is given. */
export function itemsOf(schema: Located | undefined, api: Api): Located | undefined {
  return partsOf(schema, api)
    .map((part) => api.member(part, "items"))
    .find((items) => items !== undefined);
}

/** The types that a schema names, `null` left out; empty where it names none. */
export function typesOf(schema: Located | undefined, api: Api): string[] {
  for (const part of partsOf(schema, api)) {
    const type = valueAt(part, "type");
    const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string" && name !== "null");
    if (types.length > 0) return types as string[];
  }
  return [];
}

/** What a schema says for a keyword, itself or in a part of its `allOf`. */
export function keywordOf(schema: Located | undefined, keyword: string, api: Api): unknown {
  return partsOf(schema, api)
    .map((part) => valueAt(part, keyword))
    .find((value) => value !== undefined);
}

/** Values that an entry with a schema, such as a parameter, gives as examples or as the only ones, itself or in the schema. */
export function examplesOf(holder: Located, schema: Located | undefined, api: Api): unknown[] {
  return exampleValues(holder, api.follow(schema));
}

/** Examples of a header as texts. */
export function headerExamples(header: Header | undefined, api: Api): string[] {
  if (header === undefined) return [];
  return examplesOf(header.at, header.serialisation.schema, api).filter((value) => typeof value === "string");
}

/** An extension that applies to an operation: its own, else that of its path, else that at the top. */
export function extensionOf({ ref }: Operation, key: string, api: Api): Located | undefined {
  return [ref.at, ref.item, api.root].map((owner) => api.member(owner, key)).find((found) => found !== undefined);
}

/** A member of the object at a place; undefined where it is no object or has none. */
export function valueAt(at: Located | undefined, key: string): unknown {
  return at && isObject(at.value) ? own(at.value, key) : undefined;
}

/** A member that is a text. */
export function textOf(at: Located | undefined, key: string): string | undefined {
  const value = valueAt(at, key);
  return typeof value === "string" ? value : undefined;
}

/** The response with a status as it is written, such as `404` or `default`. */
export function responseOf({ responses }: Operation, status: string): Response | undefined {
  return responses.find((response) => response.status === status);
}

/** Whether an operation declares a status by itself, or its whole class such as `4XX`; `default` does not count. */
export function declaresStatus({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status || response.status === `${status[0]}XX`);
}

/** Whether an operation says what a status means: by itself, by its class, or by `default`, which stands for all others. */
export function coversStatus(operation: Operation, status: string): boolean {
  return declaresStatus(operation, status) || responseOf(operation, "default") !== undefined;
}

/** Responses of an operation that tell of success. */
export function successesOf({ responses }: Operation): Response[] {
  return responses.filter(({ status }) => isSuccess(status));
}

/** A header of a response, whatever its case. */
export function headerOf({ headers }: Response, name: string): Header | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase());
}

/** A parameter of an operation; names of headers compare without case. */
export function parameterOf({ parameters }: Operation, place: Parameter["in"], name: string): Parameter | undefined {
  return parameters.find(
    (parameter) =>
      parameter.in === place &&
      (place === "header" ? parameter.name.toLowerCase() === name.toLowerCase() : parameter.name === name),
  );
}

/** Whether a media range is JSON: `application/json`, or anything that ends in `+json` (RFC 6839, section 3.1). */
export function isJson({ range }: MediaType): boolean {
  return /^application\/json(?:;|$)/.test(range) || /\+json(?:;|$)/.test(range);
}

/** The schema of the first JSON content. */
export function jsonSchemaOf(content: readonly MediaType[]): Located | undefined {
  return content.find(isJson)?.schema;
}

/** Whether a request needs credentials: no alternative lets in just anybody. */
export function isSecured({ security }: Operation): boolean {
  return security.alternatives.every((alternative) => alternative.length > 0);
}

/** Tags of an operation, in order. */
export function tagsOf({ at }: OperationRef): string[] {
  return namesIn(valueAt(at, "tags"));
}

/** Whether something is marked as deprecated. */
export function isDeprecated(at: Located): boolean {
  return valueAt(at, "deprecated") === true;
}

/** The place of a key in an object, or the object where it lacks the key. */
export function placeOf(at: Located, key: string, api: Api): Located {
  return api.member(at, key) ?? at;
}

/** The places of the items of a list, as they stand; none where it is no list. */
export function entriesIn(list: Located | undefined): Located[] {
  return listIn(list?.value).map((value, i) => ({ ...(list as Located), pointer: `${list?.pointer}/${i}`, value }));
}

/** The items of a list; empty where it is none. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list; empty where it is none. */
export function namesIn(value: unknown): string[] {
  return listIn(value).filter((name) => typeof name === "string");
}
