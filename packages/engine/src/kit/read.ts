import { isObject, type Located, own } from "@concordat/containment";
import type { Api } from "../model/api.ts";
import type { Header, MediaType, Operation, Parameter, Response } from "../model/revision.ts";

/** How deep `allOf`s and references are followed for the members of a schema. */
const DEEPEST = 20;

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
  const parts: Located[] = [];
  const visit = (given: Located | undefined, depth: number): void => {
    const at = api.follow(given);
    if (at === undefined || !isObject(at.value) || depth > DEEPEST || parts.some(({ value }) => value === at.value))
      return;
    parts.push(at);
    for (const [i, value] of listIn(own(at.value, "allOf")).entries())
      visit({ document: at.document, pointer: `${at.pointer}/allOf/${i}`, value }, depth + 1);
  };
  visit(schema, 0);
  return parts;
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

/** Responses of an operation that tell of success. */
export function successesOf({ responses }: Operation): Response[] {
  return responses.filter(({ status }) => status.startsWith("2"));
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

/** Whether something is marked as deprecated. */
export function isDeprecated(at: Located): boolean {
  return valueAt(at, "deprecated") === true;
}

/** The place of a key in an object, or the object where it lacks the key. */
export function placeOf(at: Located, key: string, api: Api): Located {
  return api.member(at, key) ?? at;
}

/** The items of a list; empty where it is none. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list; empty where it is none. */
export function namesIn(value: unknown): string[] {
  return listIn(value).filter((name) => typeof name === "string");
}
