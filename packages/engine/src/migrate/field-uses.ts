import { isObject, type Json, jsonEqual, type Located, own } from "@concordat/containment/internal";
import { subjectText } from "../analyze/deprecation/find-deprecations.ts";
import type { Api, ApiOperation } from "../model/api.ts";
import { closestRange, isJsonRange, normaliseRange } from "../model/media-range.ts";
import type { HttpInteraction, PactBody, PactRequest } from "../model/pact.ts";
import type { MediaType, Parameter } from "../model/revision.ts";
import type { SentParts } from "../model/scan.ts";
import { responseFor } from "../model/status.ts";

/** What an interaction shows of the parts of its operation. */
export interface FieldUses {
  /** The subjects of all parameters, properties and written-out values that it sends, or expects to be sent. */
  readonly used: ReadonlySet<string>;
  /** Whether all of it was read: of bodies only JSON is. */
  readonly isRead: boolean;
}

/** Takes a part that is used. */
type Use = (at: Located) => void;

/** Finds what an interaction uses of its operation. */
export function fieldUses({ request, response }: HttpInteraction, operation: ApiOperation, api: Api): FieldUses {
  const used = new Set<string>();
  const use: Use = (at) => used.add(subjectText(at, api));
  for (const parameter of operation.parameters) if (isSent(parameter, request)) use(parameter.at);
  const answer = responseFor(operation.responses, String(response.status));
  const sent = readBody(request.body, operation.body?.content ?? [], api, use);
  const read = readBody(response.body, answer?.content ?? [], api, use);
  return { used, isRead: sent && read };
}

/** Finds what a call site gives to an operation; what it reads of the answer, no scan tells. */
export function givenUses({ parameters, body }: SentParts, operation: ApiOperation, api: Api): ReadonlySet<string> {
  const used = new Set<string>();
  const use: Use = (at) => used.add(subjectText(at, api));
  const given = new Set(parameters.map(nameInPlace));
  for (const { in: place, name, at } of operation.parameters) if (given.has(nameInPlace(`${place}.${name}`))) use(at);
  if (body !== undefined)
    for (const { range, schema } of operation.body?.content ?? [])
      if (isJsonRange(range) && schema) walk(body as Json, schema, api, use);
  return used;
}

/** Names of headers are the same in any case. */
function nameInPlace(name: string): string {
  return name.startsWith("header.") ? name.toLowerCase() : name;
}

function isSent({ in: place, name }: Parameter, { query, headers }: PactRequest): boolean {
  const valuesOf = (header: string) =>
    [...headers].flatMap(([key, values]) => (key.toLowerCase() === header ? values : []));
  switch (place) {
    case "path":
      return true;
    case "header":
      return valuesOf(name.toLowerCase()).length > 0;
    case "cookie":
      return valuesOf("cookie").some((text) => text.split(";").some((pair) => pair.split("=")[0]?.trim() === name));
    default:
      // An object may be spread over names such as `filter[state]`.
      return [...query.keys()].some((key) => key === name || key.startsWith(`${name}[`));
  }
}

/** Finds what a body uses; false where it may use what cannot be told. */
function readBody(body: PactBody, content: readonly MediaType[], api: Api, use: Use): boolean {
  if (body.kind === "absent" || body.kind === "empty") return true;
  const schemas = content.flatMap(({ range, schema }) => (isJsonRange(range) && schema ? schema : []));
  if (body.kind === "json" && schemas.length > 0) {
    for (const schema of schemas) walk(body.value, schema, api, use);
    return true;
  }
  const closest = closestRange(content, normaliseRange(body.contentType));
  return !(closest ? [closest] : content).some(({ schema }) => isStructured(api.follow(schema)));
}

/** Whether a schema may have parts: not that of a text, nor one that says nothing. */
function isStructured(schema: Located | undefined): boolean {
  const value = schema?.value;
  return isObject(value) && Object.keys(value).length > 0 && own(value, "type") !== "string";
}

/** Walks a value with all schemas that may speak of it: rather too many, as what is used must not be taken for unused. */
function walk(value: Json, schema: Located, api: Api, use: Use): void {
  const seen = new Map<string, Set<Json>>();
  const visit = (inner: Json, at: Located | undefined): void => {
    if (at === undefined) return;
    const place = `${at.document.uri}#${at.pointer}`;
    const values = seen.get(place) ?? new Set<Json>();
    if (values.has(inner)) return;
    seen.set(place, values.add(inner));
    const target = api.follow(at);
    if (target && target.value !== at.value) visit(inner, target);
    visitSame(inner, at);
    if (Array.isArray(inner)) visitItems(inner, at);
    else if (isObject(inner)) visitMembers(inner, at);
  };
  const listed = (at: Located, key: string) => {
    const member = api.member(at, key);
    return Array.isArray(member?.value) ? api.cursor.items(member) : [];
  };
  const mapped = (at: Located, key: string) => {
    const map = api.member(at, key);
    return map && isObject(map.value) ? Object.keys(map.value).map((name) => api.member(map, name)) : [];
  };
  const visitSame = (inner: Json, at: Located): void => {
    for (const member of ["allOf", "oneOf", "anyOf"].flatMap((key) => listed(at, key))) {
      if (isOnlyValue(member, inner)) use(member);
      visit(inner, member);
    }
    for (const key of ["if", "then", "else"]) visit(inner, api.member(at, key));
    for (const member of mapped(at, "dependentSchemas")) visit(inner, member);
  };
  const visitItems = (items: readonly Json[], at: Located): void => {
    const keys = ["items", "additionalItems", "unevaluatedItems", "contains"];
    const schemas = [...keys.map((key) => api.member(at, key)), ...listed(at, "items"), ...listed(at, "prefixItems")];
    for (const item of items) for (const each of schemas) visit(item, each);
  };
  const visitMembers = (object: object, at: Located): void => {
    const declared = api.member(at, "properties");
    const others = ["additionalProperties", "unevaluatedProperties"].map((key) => api.member(at, key));
    for (const [name, child] of Object.entries(object) as [string, Json][]) {
      const property = declared && api.member(declared, name);
      if (property) use(property);
      for (const each of [property, ...mapped(at, "patternProperties"), ...(property ? [] : others)])
        visit(child, each);
    }
  };
  visit(value, schema);
}

/** Whether a schema is an alternative of one value, and this is it. */
function isOnlyValue({ value: schema }: Located, value: Json): boolean {
  if (!isObject(schema)) return false;
  const members = own(schema, "enum");
  const only = own(schema, "const") ?? (Array.isArray(members) && members.length === 1 ? members[0] : undefined);
  return only !== undefined && jsonEqual(only, value);
}
