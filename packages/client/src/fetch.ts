import { type Attempt, isNoAnswer, type NoAnswer, type Outgoing } from "./attempt.ts";
import { isSentOnce } from "./bodies.ts";
import { makeCore } from "./core.ts";
import { tellDeprecation } from "./deprecation.ts";
import type { OperationEntry } from "./entry.ts";
import { CallError } from "./errors.ts";
import { matcherOf } from "./match.ts";
import { consumerHeader, setKey } from "./request.ts";
import { isOutage, isRepeatable } from "./safety.ts";
import { send } from "./send.ts";
import type { CommonOptions } from "./settings.ts";
import type { World } from "./world.ts";

/** A `fetch` as clients take it. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` that is reliable by contract, for clients that have functions of their own, such as openapi-fetch: requests to
 * operations of the contract are sent with all policies, others as they are. Where no answer comes, it rejects with a
 * `CallError`, and with the signal's reason where the caller cancelled. The caller reads the answer, and from then on only
 * the signal and a deadline that was set count.
 *
 * @param operations functions of a generated client, or their entries; what else its module exports is passed over
 */
export function reliableFetch(operations: readonly unknown[], options: CommonOptions): Fetch {
  const core = makeCore(options);
  const servers = [options.baseUrl].flat().map((url) => url.replace(/\/$/, ""));
  const match = matcherOf(operations.flatMap(entryIn), servers);
  return async (input, init = {}) => {
    const given = input instanceof Request ? new Request(input, init) : undefined;
    const url = given?.url ?? String(input);
    const entry = match(given?.method ?? init.method?.toUpperCase() ?? "GET", url);
    if (entry === undefined) return given ? core.world.fetch(given, {}) : core.world.fetch(url, init);
    const signal = given?.signal ?? init.signal ?? undefined;
    const sent = await send(core, await outgoing(entry, url, given ?? init, servers, options, core.world), { signal });
    const response = sent.failure === undefined ? sent.response : undefined;
    tellDeprecation(entry, url, response?.headers, core.hooks, core.world);
    if (sent.failure === undefined) return limited(entry, sent.response, sent.attempt, sent.deadline);
    throw errorOf(entry, sent);
  };
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
  options: CommonOptions,
  world: World,
): Promise<Outgoing> {
  const headers = new Headers(options.headers);
  for (const [name, value] of new Headers(given.headers)) headers.set(name, value);
  if (options.consumer !== undefined) headers.set(...consumerHeader(options.consumer));
  setKey(entry, headers, undefined, world);
  const isStream = isSentOnce(given.body);
  // The body of a `Request` is always a stream; it is kept where it may have to be sent again.
  const isKept = isStream && given instanceof Request && isRepeatable(entry);
  const body = isKept ? await given.arrayBuffer() : given.body;
  const rest = given instanceof Request ? settingsOf(given) : given;
  const duplex = isStream && !isKept && { duplex: "half" };
  const init = { ...rest, method: entry.method, ...(body && { body, ...duplex }) };
  const asked = servers.find((server) => url.startsWith(`${server}/`)) ?? "";
  const path = url.slice(asked.length);
  return {
    entry,
    // The server that the caller asked goes first; others may only stand in for it.
    urls: [asked, ...servers.filter((server) => server !== asked)].map((server) => server + path),
    headers,
    isStream: isStream && !isKept,
    send: async (target, sent, signal) => world.fetch(target, { ...init, headers: sent, signal } as RequestInit),
  };
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
