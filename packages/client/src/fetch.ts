import { type Answer, type Attempt, isNoAnswer, type NoAnswer } from "./attempt.ts";
import { isSentOnce } from "./bodies.ts";
import { type Core, makeCore } from "./core.ts";
import { tellDeprecation } from "./deprecation.ts";
import type { OperationEntry } from "./entry.ts";
import { CallError, type ValidationError } from "./errors.ts";
import { isObserved, tellExchange } from "./exchanges.ts";
import { matcherOf } from "./match.ts";
import { isBlob, isStreamed, readCopy } from "./read.ts";
import { consumerHeader, type Prepared, setKey } from "./request.ts";
import { isOutage, isRepeatable } from "./safety.ts";
import { type Sent, send } from "./send.ts";
import type { CommonOptions } from "./settings.ts";
import { isUnavailableStatus, type StaleCache } from "./stale.ts";
import type { Validation } from "./validation.ts";

/** A `fetch` as clients take it. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** How a reliable `fetch` is made. */
export interface FetchOptions extends CommonOptions {
  /** Judges messages by the contract; off unless it is set. Answers whose bodies it judges come once they are read, and parameters in URLs are not judged. */
  readonly validation?: Validation | undefined;
  /** Keeps answers, for operations that only read and whose provider fails (RFC 5861, section 4). */
  readonly stale?: StaleCache | undefined;
  /**
   * Answers in place of a provider that fails, with the error or the answer that it came to; undefined where nothing may. Not for
   * operations of `criticality: critical`.
   */
  readonly fallback?:
    | ((operation: OperationEntry, cause: CallError | Response) => Substitute | Promise<Substitute>)
    | undefined;
}

type Substitute = Response | undefined;
type Body = string | Blob | undefined;

const degraded = new WeakSet<Response>();

/** Whether an answer of a reliable `fetch` is not what its provider answered just now. */
export function isDegraded(response: Response): boolean {
  return degraded.has(response);
}

/**
 * A `fetch` that is reliable by contract, for clients that have functions of their own, such as openapi-fetch: requests to
 * operations of the contract are sent with all policies, others as they are. Where no answer comes, it rejects with a
 * `CallError`, where a message breaks the contract and is to fail for that, with a `ValidationError`, and with the signal's reason
 * where the caller cancelled. The caller reads the answer, and from then on only the signal and a deadline that was set count.
 *
 * @param operations functions of a generated client, or their entries; what else its module exports is passed over
 */
export function reliableFetch(operations: readonly unknown[], options: FetchOptions): Fetch {
  const core = makeCore(options);
  const servers = [options.baseUrl].flat().map((url) => url.replace(/\/$/, ""));
  const match = matcherOf(operations.flatMap(entryIn), servers);
  return async (input, init = {}) => {
    const given = input instanceof Request ? new Request(input, init) : undefined;
    const url = given?.url ?? String(input);
    const entry = match(given?.method ?? init.method?.toUpperCase() ?? "GET", url);
    if (entry === undefined) return given ? core.world.fetch(given, {}) : core.world.fetch(url, init);
    const signal = given?.signal ?? init.signal ?? undefined;
    const at = core.world.date();
    const request = await outgoing(entry, url, given ?? init, servers, options, core);
    const invalid = options.validation?.request(core, request, {}, { url });
    if (invalid) throw invalid;
    const sent = await send(core, request, { signal });
    return answer({ core, options, request, at }, sent);
  };
}

/** A request on its way, and what is asked of its answer. */
interface Sending {
  readonly core: Core;
  readonly options: FetchOptions;
  readonly request: Prepared;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
}

/** What a call comes to: its answer, or what may stand in for it. Rejects where there is neither. */
async function answer(sending: Sending, sent: Sent): Promise<Response> {
  const { core, request, at } = sending;
  const { entry, urls } = request;
  const url = urls[sent.server] as string;
  tellDeprecation(entry, url, sent.failure === undefined ? sent.response.headers : undefined, core.hooks, core.world);
  if (sent.failure !== undefined) {
    tellExchange(core, request, at, url, null);
    const error = new CallError(entry.name, sent.failure, sent.cause);
    const found = sent.failure === "cancelled" ? undefined : await substitute(sending, error);
    if (found === undefined) throw errorOf(entry, sent);
    return found;
  }
  const { response, attempt, deadline, server } = sent;
  const body = isRead(sending, response) ? readCopy(response.clone()) : undefined;
  const whole = body?.catch(() => undefined);
  whole?.then((read) => tellExchange(core, request, at, url, { response, ...(read !== undefined && { body: read }) }));
  const isOut = isUnavailableStatus(response.status);
  // What nobody will wait for once something stands in is read by then, or given up.
  if (isOut && whole) await attempt.read(whole).catch(() => undefined);
  const found = isOut ? await substitute(sending, response) : undefined;
  const invalid = found ? undefined : await judged(sending, sent, body);
  if (found || invalid) attempt.discard(response);
  if (invalid) throw invalid;
  if (found) return found;
  if (server > 0) degraded.add(response);
  whole?.then((read) => keep(sending, response, read));
  return limited(entry, response, attempt, deadline);
}

/** What an answer fails the call with, where it breaks the contract; rejects where it does not come in time. */
async function judged(
  { core, options: { validation }, request }: Sending,
  { response, attempt }: Answer,
  body: Promise<Body> | undefined,
): Promise<ValidationError | undefined> {
  if (validation === undefined) return undefined;
  try {
    const read = body && (await attempt.read(body));
    const isLeft = body === undefined && response.body !== null;
    const answer = isLeft ? { isStream: true as const } : { ...(read !== undefined && { body: read }) };
    return validation.response(core, request, response, answer, {});
  } catch (cause) {
    if (isNoAnswer(cause)) throw errorOf(request.entry, cause);
    // It broke off, which its reader will see.
    return undefined;
  }
}

/** What may stand in for a provider that could not answer. */
async function substitute({ core, options, request }: Sending, cause: CallError | Response): Promise<Substitute> {
  const { entry } = request;
  if (entry.criticality === "critical") return undefined;
  const found = options.stale?.find(request, core.world.date()) ?? (await options.fallback?.(entry, cause));
  if (found) degraded.add(found);
  return found;
}

/** Whether something but the caller reads the body of an answer: a hook, or a cache or validation, which look into no file. */
function isRead({ core, options: { stale, validation } }: Sending, response: Response): boolean {
  if (isStreamed(response)) return false;
  const isWanted = stale !== undefined || validation?.judges("response") === true;
  return isObserved(core) || (isWanted && !isBlob(response.headers.get("content-type") ?? ""));
}

/** Keeps a good answer, to stand in for later ones. */
function keep({ core, options: { stale }, request }: Sending, response: Response, body: Body): void {
  if (response.ok && typeof body === "string") stale?.keep(request, response, body, core.world.date());
}

/** What a `fetch` rejects with: the reason of the signal where the caller cancelled. */
function errorOf({ name }: OperationEntry, { failure, cause }: NoAnswer): unknown {
  return failure === "cancelled" ? cause : new CallError(name, failure, cause);
}

/** The entry that something is or has. */
function entryIn(value: unknown): readonly OperationEntry[] {
  if (typeof value === "function") return "entry" in value ? entryIn(value.entry) : [];
  const isEntry = typeof value === "object" && value !== null && "method" in value && "path" in value;
  return isEntry ? [value as OperationEntry] : [];
}

/** A request of `fetch` as one that can be sent again. */
async function outgoing(
  entry: OperationEntry,
  url: string,
  given: Request | RequestInit,
  servers: readonly string[],
  options: FetchOptions,
  core: Core,
): Promise<Prepared> {
  const { world } = core;
  const headers = new Headers(options.headers);
  for (const [name, value] of new Headers(given.headers)) headers.set(name, value);
  if (options.consumer !== undefined) headers.set(...consumerHeader(options.consumer));
  setKey(entry, headers, undefined, world);
  const isWanted = isRepeatable(entry) || isObserved(core) || options.validation?.judges("request") === true;
  const body = given instanceof Request && isWanted ? await bytesOf(given) : given.body;
  const isStream = given instanceof Request ? !isWanted && body !== null : isSentOnce(body);
  const rest = given instanceof Request ? settingsOf(given) : given;
  const init = { ...rest, method: entry.method, ...(body && { body, ...(isStream && { duplex: "half" }) }) };
  const asked = servers.find((server) => url.startsWith(`${server}/`)) ?? "";
  const path = url.slice(asked.length);
  return {
    entry,
    // The server that the caller asked goes first; others may only stand in for it.
    urls: [asked, ...servers.filter((server) => server !== asked)].map((server) => server + path),
    headers,
    body: (body ?? undefined) as Prepared["body"],
    isStream,
    send: async (target, sent, signal) =>
      given instanceof Request && isStream
        ? // It is sent as such: of its body Firefox shows nothing, and Chromium a stream, which it sends by HTTP/2 alone.
          world.fetch(new Request(given, { headers: sent, signal }), {})
        : world.fetch(target, { ...init, headers: sent, signal } as RequestInit),
  };
}

/** The body of a `Request`, which can then be sent again and looked into; null where it has none. */
async function bytesOf(request: Request): Promise<ArrayBuffer | null> {
  const bytes = request.body === null ? undefined : await request.arrayBuffer();
  return bytes?.byteLength ? bytes : null;
}

/** What a `Request` says beside its method, headers and body. */
function settingsOf(request: Request): RequestInit {
  const { cache, credentials, integrity, keepalive, mode, redirect, referrer, referrerPolicy } = request;
  const chosen = { cache, credentials, integrity, keepalive, mode, redirect, referrer, referrerPolicy };
  // Some run-times have not all of them.
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}

/** Ways to read a whole answer. */
const READERS = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"] as const;

/** An answer that its caller reads: by a deadline, and until the call is cancelled. */
function limited(entry: OperationEntry, response: Response, attempt: Attempt, deadline: number | undefined): Response {
  if (response.body === null) {
    attempt.finish(isOutage(response.status));
    return response;
  }
  attempt.handOver(response, deadline);
  for (const reader of READERS) {
    const read: unknown = Reflect.get(response, reader);
    if (typeof read !== "function") continue;
    const value = async () => {
      try {
        return await attempt.read(Promise.resolve(read.call(response)));
      } catch (cause) {
        throw isNoAnswer(cause) ? errorOf(entry, cause) : cause;
      } finally {
        attempt.finish(undefined);
      }
    };
    Object.defineProperty(response, reader, { value, configurable: true });
  }
  return response;
}
