import type { OperationEntry } from "./entry.ts";

/*
 * What may be sent again. The tables here are the ones that docs/client-reliability.md prints.
 */

/** Methods that only read (RFC 9110, section 9.2.1; QUERY: draft-ietf-httpbis-safe-method-w-body). */
const SAFE_METHODS: readonly string[] = ["GET", "HEAD", "OPTIONS", "QUERY"];

/** Methods whose repeat does what the first did (RFC 9110, section 9.2.2). */
export const IDEMPOTENT_METHODS: readonly string[] = [...SAFE_METHODS, "PUT", "DELETE"];

/** Statuses after which a request may be sent again: what refused it may be over soon (RFC 9110, section 15; RFC 6585; RFC 8470). */
export const RETRY_STATUSES: readonly number[] = [408, 425, 429, 502, 503, 504];

/** The header of an idempotency key, where the contract names no other. */
export const KEY_HEADER = "Idempotency-Key";

type Facts = Pick<OperationEntry, "method" | "idempotency" | "retry">;

/** Whether an operation only reads: such a request may also be sent twice at once, or to another server. */
export function isSafe({ method }: Facts): boolean {
  return SAFE_METHODS.includes(method);
}

/** Whether a request of an operation may be sent again: by its method, unless the contract says what makes it safe, or forbids it. */
export function isRepeatable({ method, idempotency, retry }: Facts): boolean {
  if (retry === "never" || idempotency === "none") return false;
  return idempotency !== undefined || IDEMPOTENT_METHODS.includes(method);
}

/** Whether an answer says that the same request may succeed later. */
export function isTransient(status: number, { retryStatuses }: Pick<OperationEntry, "retryStatuses">): boolean {
  return RETRY_STATUSES.includes(status) || retryStatuses?.includes(status) === true;
}

/** Whether an answer says that the server itself is in trouble, whatever it was asked. */
export function isOutage(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
