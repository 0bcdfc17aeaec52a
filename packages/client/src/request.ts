import type { Outgoing } from "./attempt.ts";
import { type WrittenBody, writeBody } from "./bodies.ts";
import type { OperationEntry, SecurityEntry } from "./entry.ts";
import { encodeText, type Given, writeCookies, writeHeaders, writePath, writeQuery } from "./parameters.ts";
import { KEY_HEADER } from "./safety.ts";
import type { CommonOptions, Consumer, Credential } from "./settings.ts";
import type { World } from "./world.ts";

/** What a call is given, whatever its types say. */
export interface RawInput {
  readonly path?: Given;
  readonly query?: Given;
  readonly headers?: Given;
  readonly cookies?: Given;
  readonly body?: unknown;
}

/** What of a client's options its requests are made from. */
export type RequestOptions = Pick<CommonOptions, "baseUrl" | "headers" | "consumer"> & {
  readonly auth?: Readonly<Record<string, Credential>> | undefined;
};

/** What one call adds. */
export interface OwnOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The media type of the body, where the contract declares several. */
  readonly mediaType?: string | undefined;
  /** A key of the caller's own, for example one that outlives the process. */
  readonly idempotencyKey?: string | undefined;
}

/** A request, and its body as it will be sent. */
export interface Prepared extends Outgoing {
  readonly body: WrittenBody["body"] | undefined;
}

/** The `Accept` header where a contract offers JSON. */
const ACCEPT = "application/json, application/problem+json, */*;q=0.1";

/** Waits for something no longer than the call may take. */
type Within = <T>(part: Promise<T>) => Promise<T>;

/**
 * Makes the request of a call, for a URL of its own where the provider gave one. Throws where the input cannot be written, and where a
 * credential cannot be had, or not in time.
 */
export async function prepare(
  entry: OperationEntry,
  input: RawInput,
  options: RequestOptions,
  own: OwnOptions & { readonly url?: string | undefined },
  world: World,
  within: Within,
): Promise<Prepared> {
  const path = writePath(entry, input.path ?? {});
  const inQuery: string[] = [];
  let cookies = writeCookies(entry, input.cookies ?? {});
  const headers = headersOf(entry, options);
  for (const [name, value] of writeHeaders(entry, input.headers ?? {})) headers.set(name, value);
  for (const [name, value] of Object.entries(own.headers ?? {})) headers.set(name, value);
  let isFollowed = true;
  for (const [scheme, credential] of await credentialsOf(entry, options.auth ?? {}, within)) {
    // Only `Authorization` is sure to be taken away where a redirect leads to another server (Fetch Standard, section 4.4).
    if (scheme.in === "header" || scheme.in === "cookie") isFollowed = false;
    const { name = scheme.scheme } = scheme;
    if (scheme.in === "query") inQuery.push(`${encodeText(name)}=${encodeText(credential)}`);
    else if (scheme.in === "cookie") cookies += `${cookies && "; "}${name}=${encodeText(credential)}`;
    else if (scheme.in === "header") headers.set(name, credential);
    else headers.set("authorization", scheme.in === "basic" ? `Basic ${base64(credential)}` : `Bearer ${credential}`);
  }
  if (cookies !== "") headers.set("cookie", cookies);
  setKey(entry, headers, own.idempotencyKey, world);
  const written = input.body === undefined ? undefined : bodyOf(entry, input.body, own.mediaType, world);
  if (written?.contentType !== undefined) headers.set("content-type", written.contentType);
  const target = withPairs(path, [writeQuery(entry, input.query ?? {}), ...inQuery]);
  return {
    entry,
    urls:
      own.url === undefined
        ? serversOf(entry, options).map((server) => server.replace(/\/$/, "") + target)
        : [withCredentials(own.url, inQuery)],
    headers,
    isStream: written?.isStream === true,
    body: written?.body,
    send: async (url, sent, signal) =>
      world.fetch(url, {
        ...initOf(entry.method, sent, signal, written),
        ...(!isFollowed && { redirect: "manual" }),
      }),
  };
}

/** A URL with more in its query. */
function withPairs(url: string, pairs: readonly string[]): string {
  const added = pairs.filter((pair) => pair !== "").join("&");
  return added === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${added}`;
}

/** A URL that the provider gave, with the credentials that it left out. */
function withCredentials(url: string, pairs: readonly string[]): string {
  const [target = ""] = url.split("#");
  const given = target.split(/[?&]/).map((pair) => pair.split("=")[0]);
  return withPairs(
    target,
    pairs.filter((pair) => !given.includes(pair.split("=")[0])),
  );
}

/** What every request of an operation has, whatever it is called with. */
function headersOf(entry: OperationEntry, { headers = {}, consumer }: RequestOptions): Headers {
  const made = new Headers(headers);
  if (!made.has("accept")) made.set("accept", entry.accept ?? ACCEPT);
  if (consumer !== undefined) made.set(...consumerHeader(consumer));
  return made;
}

/** The header by which a consumer says who it is. */
export function consumerHeader(consumer: Consumer): [name: string, value: string] {
  return typeof consumer === "string" ? ["x-consumer", consumer] : [consumer.header, consumer.name];
}

/** Gives a request its idempotency key, once for all its tries: the caller's, else a new one. */
export function setKey(
  { idempotency, key = KEY_HEADER }: OperationEntry,
  headers: Headers,
  own: string | undefined,
  world: World,
): void {
  if (own) headers.set(key, own);
  // An empty key tells a server nothing, and would let it do the same twice.
  else if (idempotency === "key" && !headers.get(key)) headers.set(key, world.uuid());
}

function serversOf({ servers }: OperationEntry, { baseUrl }: RequestOptions): readonly string[] {
  return servers ?? [baseUrl].flat();
}

function bodyOf(entry: OperationEntry, value: unknown, mediaType: string | undefined, world: World): WrittenBody {
  if (entry.body === undefined) throw new Error("the contract declares no body");
  const body = mediaType === undefined ? entry.body : { ...entry.body, mediaType };
  return writeBody(body, value, world.uuid);
}

function initOf(method: string, headers: Headers, signal: AbortSignal, written: WrittenBody | undefined): RequestInit {
  if (written === undefined) return { method, headers, signal };
  // A stream is sent while the answer may already come, which has to be said (Fetch Standard, section 5.4).
  const duplex = written.isStream && { duplex: "half" };
  return { method, headers, signal, body: written.body, ...duplex } as RequestInit;
}

/** The credentials of the first alternative that asks for some and for which all are there; else none. */
async function credentialsOf(
  { security = [] }: OperationEntry,
  auth: NonNullable<RequestOptions["auth"]>,
  within: Within,
): Promise<(readonly [SecurityEntry, string])[]> {
  const isMet = (schemes: readonly SecurityEntry[]) => schemes.every(({ scheme }) => auth[scheme] !== undefined);
  const chosen = security.find((schemes) => schemes.length > 0 && isMet(schemes)) ?? [];
  return Promise.all(
    chosen.map(async (scheme) => {
      const credential = auth[scheme.scheme] as Credential;
      return [
        scheme,
        typeof credential === "function" ? await within(credentialFrom(credential)) : credential,
      ] as const;
    }),
  );
}

async function credentialFrom(get: Exclude<Credential, string>): Promise<string> {
  return get();
}

/** A text as base64 of its UTF-8 (RFC 7617, section 2.1). */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
