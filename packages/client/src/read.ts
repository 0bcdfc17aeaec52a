import { type Answer, isNoAnswer } from "./attempt.ts";
import type { OperationEntry } from "./entry.ts";
import { CallError, type ClientError, type Problem, StatusError, UnexpectedResponseError } from "./errors.ts";
import { mediaKind } from "./media.ts";
import { isOutage } from "./safety.ts";
import { readEvents, readSequence } from "./streams.ts";

/** An answer that was read. */
export interface ReadAnswer {
  readonly data?: unknown;
  readonly error?: ClientError | undefined;
  /** The body as it was on the wire; absent where there was none, or where it is a stream. */
  readonly body?: string | Blob;
  readonly isStream?: true;
}

/**
 * Reads the answer to a call, and finishes its attempt; a stream finishes it at its end.
 *
 * @param deadline of what the caller reads piece by piece, if it has one
 */
export async function readAnswer(
  entry: OperationEntry,
  { response, attempt }: Answer,
  deadline: number | undefined,
): Promise<ReadAnswer> {
  const contentType = response.headers.get("content-type") ?? "";
  if (isStreamed(response) && response.body) {
    attempt.handOver(response, deadline);
    const items = mediaKind(contentType) === "events" ? readEvents(response.body) : readSequence(response.body);
    return { data: streamOf(entry, response, items, attempt), isStream: true };
  }
  try {
    if (isBlob(contentType)) {
      if (response.ok) attempt.handOver(response, deadline);
      const body = await attempt.read(response.blob());
      return { ...outcomeOf(entry, response, body), body };
    }
    const body = await attempt.read(response.text());
    return { ...interpret(entry, response, body), ...(body !== "" && { body }) };
  } catch (cause) {
    if (isNoAnswer(cause)) return { error: new CallError(entry.name, cause.failure, cause.cause) };
    attempt.finish(true);
    return { error: unexpected(entry, response, "its body broke off", undefined, cause) };
  } finally {
    attempt.finish(isOutage(response.status));
  }
}

/** Whether a body is read as bytes. */
export function isBlob(contentType: string): boolean {
  const kind = mediaKind(contentType);
  return (kind === "binary" || kind === "multipart") && contentType !== "";
}

/** Whether a good answer is a stream that its caller reads item by item. */
export function isStreamed({ ok, headers }: Response): boolean {
  const kind = mediaKind(headers.get("content-type") ?? "");
  return ok && (kind === "events" || kind === "sequence");
}

/** Reads the body of a copy of an answer, as `readAnswer` has it; undefined where there is none. Rejects where it breaks off. */
export async function readCopy(copy: Response): Promise<string | Blob | undefined> {
  if (isBlob(copy.headers.get("content-type") ?? "")) return copy.blob();
  return (await copy.text()) || undefined;
}

/** What a text says by its media type. */
export function interpret(entry: OperationEntry, response: Response, text: string): ReadAnswer {
  const contentType = response.headers.get("content-type") ?? "";
  const kind = mediaKind(contentType);
  if (text === "" && (kind !== "json" || !response.ok || isBodiless(entry, response.status)))
    return outcomeOf(entry, response, undefined);
  if (kind === "form") return outcomeOf(entry, response, new URLSearchParams(text));
  if (kind !== "json") return outcomeOf(entry, response, text);
  try {
    return outcomeOf(entry, response, JSON.parse(text));
  } catch (cause) {
    return { error: unexpected(entry, response, "its body is not JSON", text, cause) };
  }
}

/** Statuses whose answers have no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS: readonly number[] = [204, 205, 304];

/** Whether an answer has no body, whatever its contract describes. */
export function isBodiless({ method }: Pick<OperationEntry, "method">, status: number): boolean {
  return method === "HEAD" || BODILESS.includes(status);
}

function outcomeOf(entry: OperationEntry, response: Response, body: unknown): ReadAnswer {
  const { ok, status, headers } = response;
  if (ok) return { data: body };
  if (isRedirect(response)) return { error: unexpected(entry, response, "the redirect was not followed", body) };
  if (!isDeclared(status, entry))
    return { error: unexpected(entry, response, "the contract does not declare that", body) };
  const isProblem = /^application\/problem\+json\b/i.test(headers.get("content-type") ?? "");
  const problem = isProblem && typeof body === "object" ? ((body ?? undefined) as Problem | undefined) : undefined;
  return { error: new StatusError(entry.name, status, body, problem) };
}

/** Whether an answer leads elsewhere: it is seen only where `fetch` was told not to follow, in browsers without its status. */
function isRedirect({ type, status, headers }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400 && headers.has("location"));
}

function isDeclared(status: number, { errors = [] }: OperationEntry): boolean {
  return errors.some(
    (key) => key === "default" || key === String(status) || key.toUpperCase() === `${String(status)[0]}XX`,
  );
}

function unexpected(
  { name }: OperationEntry,
  { status }: Response,
  reason: string,
  body: unknown,
  cause?: unknown,
): UnexpectedResponseError {
  return new UnexpectedResponseError(name, status, reason, body, cause);
}

/** Items as they arrive; what ends the attempt ends them too. */
async function* streamOf<T>(
  entry: OperationEntry,
  response: Response,
  items: AsyncIterable<T>,
  attempt: Answer["attempt"],
): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw unexpected(entry, response, "an item of its stream is not JSON", undefined, cause);
    const { failure, cause: reason } = attempt.ended ?? { failure: "network", cause };
    throw new CallError(entry.name, failure, reason, "the stream broke off");
  } finally {
    attempt.finish(undefined);
  }
}
