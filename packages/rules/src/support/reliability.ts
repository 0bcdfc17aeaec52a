/*
 * What rules about retries, concurrent writes and long-running requests share.
 */
import {
  type Api,
  type ApiOperation,
  activeOperations,
  bareName,
  idempotencyOf,
  isIdempotentMethod,
  isKey,
  type Json,
  jsonSchemaOf,
  KEY_HEADER,
  type KeyKind,
  keyHeaderOf,
  type Operation,
  operationsByPath,
  type Parameter,
  type Property,
  parameterOf,
  propertiesOf,
  type Response,
  textOf,
  valueAt,
  wordsOf,
} from "@concordat/engine/kit";

/** The parameter that an operation is given which takes no key yet. */
export const KEY_PARAMETER: Json = {
  name: KEY_HEADER,
  in: "header",
  required: false,
  description:
    "Identifies this request. A repeat with the same key answers as the first one did and is not executed again.",
  schema: { type: "string", maxLength: 255 },
};

/*
 * Idempotency
 */

/** Operations that take a key in a header, where a key has a purpose: those that may not be repeated without. */
export function keyedOperations(api: Api): { readonly operation: ApiOperation; readonly key: Parameter }[] {
  return activeOperations(api).flatMap((operation) => {
    const key = isIdempotentMethod(operation.ref.method) ? undefined : keyHeaderOf(operation);
    return key ? [{ operation, key }] : [];
  });
}

/** Members of a body that clients identify their request by. */
const BODY_KEY = /^(?:idempoten\w*|(?:client)?(?:request|mutation)id|client(?:request)?token|deduplicationid)$/;

/** What makes a request safe to repeat; undefined where nothing says so. */
export function mechanismOf(operation: ApiOperation, api: Api): KeyKind | "repeatability" | undefined {
  const { key } = idempotencyOf(operation, api);
  if (key !== undefined && key !== "header") return key;
  if (keyHeaderOf(operation) || valueAt(operation.ref.at, "x-fern-idempotent") === true) return "header";
  if (parameterOf(operation, "header", "Repeatability-Request-ID")) return "repeatability";
  if (operation.parameters.some((parameter) => isKey(parameter) || isBodyKey(parameter.name))) return "body";
  if (isReading(operation)) return "safe";
  if (setsState(operation) || valueAt(operation.ref.at, "x-idempotent") === true) return "natural";
  for (const [name, { at }] of bodyOf(operation, api)) {
    const said = textOf(at, "description") ?? "";
    if (isBodyKey(name) || /idempoten/i.test(said)) return "body";
  }
  return undefined;
}

function isBodyKey(name: string): boolean {
  return BODY_KEY.test(bareName(name));
}

/** Members of the body of a request, of whichever type it is first. */
function bodyOf({ body }: Operation, api: Api): ReadonlyMap<string, Property> {
  return propertiesOf(body?.content[0]?.schema, api);
}

/** Verbs that ask for something and change nothing that a repeat would do twice. */
const READING = new Set([
  ...["search", "query", "find", "lookup", "list", "get", "fetch", "read", "count", "preview", "calculate", "estimate"],
  ...["validate", "check", "verify", "simulate", "scroll", "recommend", "discover", "facet", "explain", "parse"],
  ...["render", "convert", "compare", "diff", "evaluate", "introspect", "graphql", "suggest", "autocomplete", "ping"],
  ...["login", "logout", "signin", "signout", "authenticate", "token", "describe", "batchget", "aggregate", "analyze"],
]);
/** Those that are no nouns in `validateCard` or `search-orders` either. */
const READING_FIRST = new Set([
  "search",
  "find",
  "lookup",
  "get",
  "fetch",
  "validate",
  "calculate",
  "estimate",
  "preview",
]);
/** Verbs that bring about a state, which a repeat finds there already. */
const STATE = new Set([
  ...["cancel", "archive", "unarchive", "enable", "disable", "activate", "deactivate", "lock", "unlock", "publish"],
  ...["unpublish", "revoke", "close", "reopen", "pin", "unpin", "mute", "unmute", "suspend", "unsuspend", "pause"],
  ...["unpause", "resume", "block", "unblock", "hide", "unhide", "follow", "unfollow", "star", "unstar", "approve"],
  ...["reject", "start", "stop", "restore", "delete", "remove", "void", "kill", "dismiss", "acknowledge", "favorite"],
  ...["unfavorite", "like", "unlike", "subscribe", "unsubscribe", "join", "leave", "prune", "purge", "clear", "set"],
  ...["update", "rename", "move", "resize", "connect", "disconnect", "detach", "terminate", "abort"],
]);

/** Whether a POST only asks for something, as its path, its operationId or its summary tells. */
export function isReading({ ref, resource }: ApiOperation): boolean {
  const last = resource.segments.at(-1);
  // Behind the last parameter only: `/list/{id}/tasks` adds a task to a list.
  const behind = resource.segments.findLastIndex(({ kind }) => kind !== "literal") + 1;
  if (last?.kind === "literal" && READING_FIRST.has(wordsOf(last.text)[0] ?? "")) return true;
  return [
    ...resource.segments.slice(Math.max(behind, resource.segments.length - 2)).map(({ text }) => bareName(text)),
    last?.verb?.toLowerCase(),
    ...[last?.verb, lastPart(ref.operationId), textOf(ref.at, "summary")].map((text) => wordsOf(text ?? "")[0]),
  ].some((word) => word !== undefined && READING.has(word));
}

/** Whether an operation ends in a verb that brings about a state, such as `/orders/{id}/cancel`. */
function setsState({ resource }: ApiOperation): boolean {
  const last = resource.segments.at(-1);
  return last !== undefined && last.kind !== "parameter" && STATE.has(bareName(last.verb ?? last.text));
}

/** An operationId without the group it may name before a separator: `orders/create` is `create`. */
export function lastPart(operationId: string | undefined): string | undefined {
  return operationId?.split(/[/.:#]/).at(-1);
}

/*
 * Concurrent writes
 */

/** Headers by which a write depends on the state of what it changes (RFC 9110, section 13.1). */
const WRITE_CONDITIONS = ["If-Match", "If-Unmodified-Since"];
/** Members that hold the version of a resource. */
const VERSION = /^(?:etag|odataetag|version|revision|rev|lockversion|resourceversion|rowversion|expectedversion)$/;

/** The header that makes a write conditional. */
export function writeConditionOf(operation: Operation): Parameter | undefined {
  return WRITE_CONDITIONS.map((name) => parameterOf(operation, "header", name)).find((found) => found !== undefined);
}

/** Whether a request carries the version it starts from, in a parameter or a member of its body. */
export function carriesVersion(operation: Operation, api: Api): boolean {
  const names = operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return [...names, ...bodyOf(operation, api).keys()].some(isVersion);
}

/** Whether a name is that of a version of a resource. */
export function isVersion(name: string): boolean {
  return VERSION.test(bareName(name));
}

/** An item or singleton that is written whole or in part, with its GET and what writes it. */
export interface Writable {
  readonly get: ApiOperation;
  readonly writes: readonly ApiOperation[];
}

/** Resources that can be read and changed at one path; one that can only be deleted is not changed. */
export function writables(api: Api): Writable[] {
  return [...operationsByPath(activeOperations(api)).values()].flatMap((operations) => {
    const get = operations.find(({ ref }) => ref.method === "GET");
    const writes = operations.filter(({ ref }) => ["PUT", "PATCH", "DELETE"].includes(ref.method));
    const isOne = get?.resource.kind === "item" || get?.resource.kind === "singleton";
    return get && isOne && writes.some(({ ref }) => ref.method !== "DELETE") ? [{ get, writes }] : [];
  });
}

/*
 * Long-running requests
 */

/** Headers that name where to see how far a request has come. */
const MONITOR_HEADERS = ["location", "operation-location", "azure-asyncoperation", "content-location"];
/** What resources that tell of progress are called. */
const MONITORS =
  /^(?:operation|job|task|execution|run|statu|import|export|deployment|workflow|proces|build|migration|report)(?:s|es)?$/;

/** The header of a response that names a status monitor. */
export function monitorHeaderOf({ headers }: Response): Response["headers"][number] | undefined {
  return headers.find(({ name }) => MONITOR_HEADERS.includes(name.toLowerCase()));
}

/** Whether a resource reads like one that tells of progress: `/jobs/{id}`, `/exports/{id}/status`. */
export function isMonitor({ segments, methods }: ApiOperation["resource"]): boolean {
  const literals = segments.filter(({ kind }) => kind === "literal").slice(-2);
  return methods.has("GET") && literals.some(({ text }) => MONITORS.test(wordsOf(text).at(-1) ?? ""));
}

/** Properties of the JSON that a response holds. */
export function jsonPropertiesOf(response: Response, api: Api): ReadonlyMap<string, Property> {
  return propertiesOf(jsonSchemaOf(response.content), api);
}
