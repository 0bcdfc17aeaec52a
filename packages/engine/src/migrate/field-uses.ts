import { escapeToken, isObject, type Json, jsonEqual, type Located, own } from "@concordat/containment/internal";
import { subjectText } from "../analyze/deprecation/find-deprecations.ts";
import type { Api, ApiOperation } from "../model/api.ts";
import type { HttpInteraction, PactBody } from "../model/pact.ts";
import type { MediaType } from "../model/revision.ts";
import { responseFor } from "../model/status.ts";

/** Values within values that are looked into. */
const DEEPEST = 32;

/** The subjects of all parameters, properties and written-out values that an interaction sends, or expects to be sent. */
export function fieldUses({ request, response }: HttpInteraction, operation: ApiOperation, api: Api): Set<string> {
  const used = new Set<string>();
  const use = (at: Located) => used.add(subjectText(at, api));
  const headers = new Set([...request.headers.keys()].map((name) => name.toLowerCase()));
  for (const { at, in: place, name } of operation.parameters) {
    const isSent = place === "query" ? request.query.has(name) : place === "header" && headers.has(name.toLowerCase());
    if (isSent || place === "path") use(at);
  }
  const answer = responseFor(operation.responses, String(response.status));
  for (const at of jsonSchemas(operation.body?.content ?? [])) walk(bodyOf(request.body), at, api, use);
  for (const at of jsonSchemas(answer?.content ?? [])) walk(bodyOf(response.body), at, api, use);
  return used;
}

function bodyOf(body: PactBody): Json | undefined {
  return body.kind === "json" ? body.value : undefined;
}

function jsonSchemas(content: readonly MediaType[]): Located[] {
  return content.flatMap(({ range, schema }) =>
    /^application\/(?:[\w.+-]+\+)?json\b|\*/.test(range) && schema ? schema : [],
  );
}

function walk(value: Json | undefined, schema: Located, api: Api, use: (at: Located) => void, depth = 0): void {
  const at = api.follow(schema);
  if (value === undefined || at === undefined || !isObject(at.value) || depth > DEEPEST) return;
  const go = (inner: Json | undefined, next: Located) => walk(inner, next, api, use, depth + 1);
  const properties = api.member(at, "properties");
  if (properties && isObject(properties.value) && isObject(value))
    for (const [name, child] of Object.entries(properties.value)) {
      if (!Object.hasOwn(value, name)) continue;
      const property = { ...properties, pointer: `${properties.pointer}/${escapeToken(name)}`, value: child };
      use(property);
      go(value[name] as Json, property);
    }
  const items = api.member(at, "items");
  if (items && Array.isArray(value)) for (const item of value) go(item, items);
  for (const keyword of ["allOf", "oneOf", "anyOf"])
    for (const member of api.cursor.items(api.member(at, keyword))) {
      if (isOnlyValue(member, value)) use(member);
      go(value, member);
    }
}

/** Whether a schema is an alternative of one value, and this is it. */
function isOnlyValue({ value: schema }: Located, value: Json): boolean {
  if (!isObject(schema)) return false;
  const members = own(schema, "enum");
  const only = own(schema, "const") ?? (Array.isArray(members) && members.length === 1 ? members[0] : undefined);
  return only !== undefined && jsonEqual(only, value);
}
