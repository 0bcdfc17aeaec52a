import { CallError, type ClientError, StatusError, UnexpectedResponseError } from "./errors.ts";
import type { Prepared } from "./request.ts";
import { isSafe } from "./safety.ts";

/** How a stale cache is made. */
export interface StaleOptions {
  /** How many answers are kept; the one that was not used for longest makes way. */
  readonly entries?: number;
  /** Milliseconds after which an answer is too old to stand in, where its `Cache-Control` has no `stale-if-error`. */
  readonly staleIfError?: number;
}

/** What of a request tells it from others. */
type Keyed = Pick<Prepared, "entry" | "urls" | "headers" | "body">;

interface Kept {
  readonly body: string;
  readonly status: number;
  readonly headers: Headers;
  /** Until when it may stand in for an answer. */
  readonly until: number;
}

/**
 * Keeps the last good answers of operations that only read, to stand in where their provider fails (RFC 5861, section 4). It
 * never saves a request. Answers to requests with other headers, such as another's credentials, or with another body (QUERY) are
 * kept apart; those to requests whose body is a file are not kept.
 */
export class StaleCache {
  readonly #size: number;
  readonly #staleIfError: number;
  /** The one that was used last stands last. */
  readonly #kept = new Map<string, Kept>();

  constructor({ entries = 100, staleIfError = 0 }: StaleOptions = {}) {
    this.#size = entries;
    this.#staleIfError = staleIfError;
  }

  /** Keeps a good answer, if it may be kept. `now` is the time of this machine. */
  keep(request: Keyed, { status, headers }: Response, body: string, now: number): void {
    const control = headers.get("cache-control") ?? "";
    if (!isSafe(request.entry) || !isComparable(request) || /\bno-store\b/i.test(control)) return;
    const grace = secondsOf(control, "stale-if-error") ?? this.#staleIfError;
    const until = now + grace + (grace > 0 ? (secondsOf(control, "max-age") ?? 0) : 0);
    if (until <= now) return;
    this.#put(keyOf(request), { body, status, headers, until });
  }

  /** The answer that may stand in for one to a request. */
  find(request: Keyed, now: number): Response | undefined {
    if (!isComparable(request)) return undefined;
    const key = keyOf(request);
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.until < now) return undefined;
    this.#put(key, kept);
    return new Response(kept.body, kept);
  }

  #put(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > this.#size) this.#kept.delete(oldest);
  }
}

/** Whether an error says that the provider could not answer, and not that it refused. */
export function isUnavailable(error: ClientError): boolean {
  if (error instanceof CallError) return error.kind !== "cancelled" && error.kind !== "request";
  if (error instanceof StatusError) return isUnavailableStatus(error.status);
  // A good answer that cannot be read is none.
  return error instanceof UnexpectedResponseError && (isUnavailableStatus(error.status) || error.status < 300);
}

/** Whether a status says that the provider could not answer. */
export function isUnavailableStatus(status: number): boolean {
  return UNAVAILABLE.includes(status);
}

/** What counts as an error (RFC 5861, section 4). */
const UNAVAILABLE: readonly number[] = [500, 502, 503, 504];

function secondsOf(control: string, directive: string): number | undefined {
  const seconds = new RegExp(`(?:^|[,\\s])${directive}\\s*=\\s*"?(\\d+)`, "i").exec(control)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** Whether two requests can be told to be the same: files and streams cannot. */
function isComparable({ body }: Keyed): boolean {
  return body === undefined || typeof body === "string";
}

function keyOf({ entry, urls, headers, body }: Keyed): string {
  return JSON.stringify([entry.method, urls[0], body, ...headers]);
}
