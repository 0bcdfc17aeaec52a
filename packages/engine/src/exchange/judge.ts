import { closestRange, rangesOf } from "../model/media-range.ts";
import type { MediaType, Operation, Response } from "../model/revision.ts";
import { isSuccess, responseFor } from "../model/status.ts";
import { judgeBody } from "./bodies.ts";
import { judgeCredentials } from "./credentials.ts";
import { type HttpRequest, type HttpResponse, headerOf, missing, type Remark, refused } from "./exchange.ts";
import { partsOf } from "./message.ts";
import { judgeHeaders, judgeParameters } from "./parameters.ts";
import type { Sent, Values } from "./values.ts";

/** Statuses whose responses never have a body (RFC 9110, sections 6.4.1 and 15). */
const BODILESS = /^(?:1\d\d|204|205|304)$/;

/** What is known of a request beside itself. */
export interface RequestContext {
  /** Values of path parameters by name, percent-encoded. */
  readonly path: ReadonlyMap<string, string>;
  /** The status of the response that it got or waits for; any success where it is not given. */
  readonly status?: string | undefined;
}

/** Judges a request that is known to be one of an operation: all but its route. */
export function* judgeRequest(
  operation: Operation,
  request: HttpRequest,
  values: Values,
  { path, status }: RequestContext,
): Generator<Remark> {
  const called = operation.ref.kind === "path";
  const sent = called ? "request" : "response";
  const parts = partsOf(request, path);
  if (called) yield* judgeCredentials(operation.security.alternatives, parts);
  // A webhook's path is that of the subscriber, whom the description does not know.
  const parameters = called ? operation.parameters : operation.parameters.filter((each) => each.in !== "path");
  yield* judgeParameters(parameters, parts, values, sent);
  yield* judgeRequestBody(operation, request, values, sent);
  yield* judgeAccept(operation, request, status);
}

function* judgeRequestBody({ body }: Operation, request: HttpRequest, values: Values, sent: Sent): Generator<Remark> {
  const contentType = headerOf(request.headers, "content-type");
  if (request.body === undefined) {
    if (body?.required) yield missing("body");
  } else if (body === undefined) yield refused("body", "No body is described.");
  else yield* judgeBody(body.content, { text: request.body, contentType }, values, sent);
}

/** What is asked for is offered (RFC 9110, section 12.5.1): by the response of a status, or by some success. */
function* judgeAccept(
  { responses }: Operation,
  { headers }: HttpRequest,
  status: string | undefined,
): Generator<Remark> {
  const accept = headerOf(headers, "accept");
  if (accept === undefined) return;
  const offered = status === undefined ? successes(responses) : [responseFor(responses, status) ?? []].flat();
  const ranges = rangesOf(accept);
  const satisfied = ({ content }: Response) =>
    content.length === 0 || content.some((media) => ranges.some((range) => meet(media, range)));
  if (offered.length > 0 && !offered.some(satisfied)) yield refused("accept", `Nothing is offered in \`${accept}\`.`);
}

function successes(responses: readonly Response[]): readonly Response[] {
  const found = responses.filter(({ status }) => isSuccess(status));
  return found.length > 0 ? found : responses.filter(({ status }) => status === "default");
}

/** Whether something is of both ranges. */
function meet(media: MediaType, range: string): boolean {
  return closestRange([{ range }], media.range) !== undefined || closestRange([media], range) !== undefined;
}

/** Judges a response of an operation. */
export function* judgeResponse(
  { ref, responses }: Operation,
  response: HttpResponse,
  values: Values,
): Generator<Remark> {
  const sent = ref.kind === "path" ? "response" : "request";
  const described = responseFor(responses, response.status);
  if (described === undefined) {
    const known = responses.map(({ status }) => `\`${status}\``).join(", ");
    yield refused("status", `\`${response.status}\` is not one of ${known || "none"}.`);
    return;
  }
  yield* judgeHeaders(described.headers, response.headers, values, sent);
  const contentType = headerOf(response.headers, "content-type");
  if (response.body !== undefined && described.content.length === 0) yield refused("body", "No body is described.");
  else if (response.body !== undefined)
    yield* judgeBody(described.content, { text: response.body, contentType }, values, sent);
  else if (described.content.length > 0 && ref.method !== "HEAD" && !BODILESS.test(response.status))
    yield missing("body");
}
