/** How long to wait between tries. */
export interface Backoff {
  /** The most that the first wait may take, in milliseconds; it doubles with every try. */
  readonly base: number;
  /** The most that any wait may take that the server did not ask for. */
  readonly cap: number;
}

/**
 * Milliseconds to wait before the next try: by chance between nothing and a bound that doubles ("full jitter"), so that clients
 * that failed together do not come back together. What the server asked for is the least, and the jitter comes on top.
 *
 * @param tries how often the request was sent so far
 * @param random at least 0, below 1
 */
export function delayBefore(tries: number, { base, cap }: Backoff, random: number, asked = 0): number {
  const bound = Math.min(cap, base * 2 ** (tries - 1));
  return asked + random * bound;
}

/** Milliseconds that a server asks a client to wait, by the headers of its answer; undefined where it asks for nothing. */
export function askedDelay(headers: Headers, now: number): number | undefined {
  const asked = retryAfter(headers, now) ?? rateLimitReset(headers, now);
  return asked === undefined ? undefined : Math.max(0, asked);
}

/** `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date, which is one by the server's clock. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : until - serverTime(headers, now);
}

/** What time it is for the server, which may not be what it is here. */
function serverTime(headers: Headers, now: number): number {
  const said = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(said) ? now : said;
}

/** Seconds since 1970 are more than this, and seconds to wait are less. */
const FIRST_DATE = 1_000_000_000;

/**
 * When requests are let through again, where none is left: `RateLimit` with `r` and `t` or in its earlier forms
 * (draft-ietf-httpapi-ratelimit-headers), and the `X-` headers before it, whose reset is a time or a number of seconds.
 */
function rateLimitReset(headers: Headers, now: number): number | undefined {
  const policies = (headers.get("ratelimit") ?? "").split(",").flatMap((policy) => {
    const remaining = /(?:^|[;\s,])(?:r|remaining)=(\d+)/.exec(policy)?.[1];
    const reset = /(?:^|[;\s,])(?:t|reset)=(\d+)/.exec(policy)?.[1];
    return remaining === "0" && reset !== undefined ? [Number(reset)] : [];
  });
  if (policies.length > 0) return Math.max(...policies) * 1000;
  for (const prefix of ["ratelimit", "x-ratelimit", "x-rate-limit"]) {
    const reset = headers.get(`${prefix}-reset`)?.trim() ?? "";
    if (headers.get(`${prefix}-remaining`)?.trim() !== "0" || !/^\d+$/.test(reset)) continue;
    const seconds = Number(reset);
    return seconds > FIRST_DATE ? seconds * 1000 - serverTime(headers, now) : seconds * 1000;
  }
  return undefined;
}
