import { isObject, type Json, type Located, own } from "@concordat/containment/internal";
import type { Edit } from "../finding/finding.ts";
import type { Api } from "../model/api.ts";
import type { Operation, Response } from "../model/revision.ts";
import { toLocation } from "../source/location.ts";

/*
 * Edits that fix what a rule finds without breaking anybody who relies on the contract. Each is a list, empty where the edit cannot
 * be made: in OpenAPI 2.0, which writes most things in another way, and where a reference stands instead of an object.
 */

/** Sets a member of an object. */
export function setMember(at: Located | undefined, key: string, value: Json, api: Api): Edit[] {
  return isEditable(at, api) ? [{ kind: "set", at: toLocation(at), key, value }] : [];
}

/** Takes a member of an object away. */
export function removeMember(at: Located | undefined, key: string, api: Api): Edit[] {
  return isEditable(at, api) && Object.hasOwn(at.value as object, key)
    ? [{ kind: "remove", at: toLocation(at), key }]
    : [];
}

/** Declares one more parameter of a path item or an operation, behind those that it has. */
export function addParameter(at: Located, parameter: Json, api: Api): Edit[] {
  return isEditable(at, api) ? [{ kind: "append", at: toLocation(at), key: "parameters", value: parameter }] : [];
}

/** Defines one more tag, behind those that the description defines. */
export function defineTag(name: string, api: Api): Edit[] {
  return isEditable(api.root, api) ? [{ kind: "append", at: toLocation(api.root), key: "tags", value: { name } }] : [];
}

/** Declares responses that an operation lacks: the one that all others share for the status, where there is one, else as given. */
export function addResponses({ ref }: Operation, responses: Readonly<Record<string, Json>>, api: Api): Edit[] {
  const at = api.member(ref.at, "responses");
  if (!isEditable(at, api)) return [];
  const shared = at.document === api.root.document ? sharedResponses(api) : new Map<string, string>();
  return Object.entries(responses)
    .filter(([status]) => !Object.hasOwn(at.value as object, status))
    .map(([status, response]) => {
      const $ref = shared.get(status);
      return { kind: "set", at: toLocation(at), key: status, value: $ref === undefined ? response : { $ref } };
    });
}

/** Declares headers of a response wherever it stands: for what is true of all operations that share the response. */
export function addHeaders({ at }: Response, headers: Readonly<Record<string, Json>>, api: Api): Edit[] {
  const there = api.member(at, "headers");
  if (there === undefined) return setMember(at, "headers", headers, api);
  return Object.entries(headers).flatMap(([name, header]) => setMember(there, name, header, api));
}

/** Declares headers of a response that one operation alone has: for what is only true of this operation. */
export function addOwnHeaders(response: Response, headers: Readonly<Record<string, Json>>, api: Api): Edit[] {
  return isShared(response, api) ? [] : addHeaders(response, headers, api);
}

/** Whether a response stands for several operations or statuses, so that what is edited for one changes the others. */
export function isShared({ at }: Response, api: Api): boolean {
  return (usesOf(api).get(placeText(at)) ?? 0) > 1;
}

/** How many operations and statuses have a response, by its place. */
const usesOf = perApi((api) => {
  const uses = new Map<string, number>();
  for (const { responses } of [...api.operations, ...api.webhooks])
    for (const { at } of responses) uses.set(placeText(at), (uses.get(placeText(at)) ?? 0) + 1);
  return uses;
});

/**
 * The reference that all operations of the description have for a status: one that only some have may say what
 * is true of those alone. What stands in another operation is not shared.
 */
const sharedResponses = perApi((api) => {
  const references = new Map<string, (string | undefined)[]>();
  for (const { ref } of api.operations) {
    const responses = api.member(ref.at, "responses")?.value;
    if (ref.at.document !== api.root.document || !isObject(responses)) continue;
    for (const [status, response] of Object.entries(responses)) {
      const reference = isObject(response) ? own(response, "$ref") : undefined;
      const shared = typeof reference === "string" && !reference.startsWith("#/paths/") ? reference : undefined;
      const same = references.get(status);
      if (same) same.push(shared);
      else references.set(status, [shared]);
    }
  }
  return new Map(
    [...references].flatMap(([status, [first, ...others]]) =>
      first !== undefined && others.every((other) => other === first) ? [[status, first]] : [],
    ),
  );
});

/** Works out once for each description what many findings ask for. */
function perApi<T>(read: (api: Api) => T): (api: Api) => T {
  const known = new WeakMap<Api, { readonly value: T }>();
  return (api) => {
    const found = known.get(api) ?? { value: read(api) };
    known.set(api, found);
    return found.value;
  };
}

function placeText({ document, pointer }: Located): string {
  return `${document.uri}#${pointer}`;
}

function isEditable(at: Located | undefined, api: Api): at is Located {
  return (
    at !== undefined &&
    api.revision.dialect !== "openapi-2.0" &&
    isObject(at.value) &&
    own(at.value, "$ref") === undefined
  );
}
