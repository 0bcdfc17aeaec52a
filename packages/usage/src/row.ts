/** Calls that a log tells of, in one row. */
export interface Call {
  readonly method: string;
  /** The target of the request: a path, an absolute URL, `*` or `host:port`. It decides where it is there. */
  readonly target: string | undefined;
  /** The template that a gateway names. */
  readonly template: string | undefined;
  /** The day of the call, in days since 1970-01-01 UTC. */
  readonly day: number;
  /** How many calls; more than one only in counts that were made elsewhere. */
  readonly calls: number;
  /** How many of them were answered by a status from 500 to 599. */
  readonly errors: number;
  /** Who called; null where the log does not say. */
  readonly consumer: string | null;
}

/** A row of a log: calls, or the reason why it cannot be read. */
export type Row = Call | string;

/** What a log says of one call, as it says it. */
export interface RawCall {
  readonly method: unknown;
  readonly target: unknown;
  readonly template?: unknown;
  /** The day, as `dayOfTime` reads it; undefined where it cannot. */
  readonly day: number | undefined;
  readonly status: unknown;
  readonly consumer: string | null;
}

/** A method is a token (RFC 9110, section 5.6.2); a dash alone stands for one that is missing. */
const METHOD = /^(?!-$)[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Reads what a log says of one call: a row, or the first thing that it lacks. */
export function rowOf({ method, target, template, day, status, consumer }: RawCall): Row {
  if (typeof method !== "string" || !METHOD.test(method)) return "it names no method";
  const path = textOf(target);
  const named = path === undefined ? textOf(template) : undefined;
  if (path === undefined && named === undefined) return "it names no path";
  if (day === undefined) return "it has no time that can be read";
  const code = statusOf(status);
  if (code === undefined) return "its status is not a number from 100 to 599";
  return { method, target: path, template: named, day, calls: 1, errors: code >= 500 ? 1 : 0, consumer };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value !== "-" ? value : undefined;
}

/** Words for a client that got no answer. */
const NO_STATUS: ReadonlySet<unknown> = new Set([undefined, null, "", "-", 0, "0", "000"]);

/** A status, 0 where the client got no answer; undefined where the value is neither. */
function statusOf(value: unknown): number | undefined {
  if (typeof value === "number" ? value >= 100 : false) return inRange(value as number);
  if (NO_STATUS.has(value)) return 0;
  return typeof value === "string" && /^\d{3}$/.test(value) ? inRange(Number(value)) : undefined;
}

function inRange(code: number): number | undefined {
  return Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
}

/** A value as the id of a consumer: a number is its text, and `-` and nothing are none. */
export function consumerOf(value: unknown): string | null {
  const text = typeof value === "number" || typeof value === "bigint" ? String(value) : value;
  return typeof text === "string" && text !== "" && text !== "-" ? text : null;
}

/** The product of a user agent: versions of one client are one consumer. */
export function productOf(agent: unknown): string | null {
  return typeof agent === "string" ? consumerOf(/^[^/\s]*/.exec(agent)?.[0]) : null;
}
