import type { Violation } from "./validators/verdict.ts";

/** What is wrong with a request or its outcome, for programs (RFC 9457, section 3.1). */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
}

/** What every error of a call tells. */
export abstract class ClientError extends Error {
  /** What kind of error this is; decides which other members there are. */
  abstract readonly kind: string;
  /** The name of the operation's function. */
  readonly operation: string;

  constructor(operation: string, message: string, options?: { readonly cause?: unknown }) {
    super(`${operation}: ${message}`, options);
    this.operation = operation;
  }
}

/** The provider answered with an error that the contract declares. */
export class StatusError<S extends number = number, B = unknown> extends ClientError {
  override readonly name = "StatusError";
  readonly kind = "status";
  readonly status: S;
  /** As the contract describes it for this status. */
  readonly body: B;
  /** The body, where its media type says that it is a problem (RFC 9457). */
  readonly problem: Problem | undefined;

  constructor(operation: string, status: S, body: B, problem: Problem | undefined) {
    super(operation, `the provider answered ${status}${titleOf(problem)}.`);
    this.status = status;
    this.body = body;
    this.problem = problem;
  }
}

function titleOf(problem: Problem | undefined): string {
  const said = problem?.detail ?? problem?.title;
  return typeof said === "string" ? ` (${said.replace(/\.$/, "")})` : "";
}

/** The provider answered with what the contract does not declare, or with a body that cannot be read. */
export class UnexpectedResponseError extends ClientError {
  override readonly name = "UnexpectedResponseError";
  readonly kind = "unexpected";
  readonly status: number;
  /** As far as it could be read. */
  readonly body: unknown;

  constructor(operation: string, status: number, reason: string, body: unknown, cause?: unknown) {
    super(operation, `the provider answered ${status}, but ${reason}.`, { cause });
    this.status = status;
    this.body = body;
  }
}

/** A message breaks the contract, and the call was asked to fail for that (`validate: "throw"`). */
export class ValidationError extends ClientError {
  override readonly name = "ValidationError";
  readonly kind = "invalid";
  /** Which message it is; a request was not sent, and a response was read. */
  readonly direction: "request" | "response";
  /** The status of the response. */
  readonly status: number | undefined;
  /** Each with its place; of values only their types and sizes. */
  readonly violations: readonly Violation[];

  constructor(
    operation: string,
    direction: "request" | "response",
    status: number | undefined,
    violations: readonly Violation[],
  ) {
    const [first, ...more] = violations;
    const message = status === undefined ? "the request" : `the response ${status}`;
    const said = first && ` at ${first.at}: expected ${first.expected}, got ${first.got}`;
    super(
      operation,
      `${message} breaks the contract${said ?? ""}${more.length > 0 ? ` (and ${more.length} more)` : ""}.`,
    );
    this.direction = direction;
    this.status = status;
    this.violations = violations;
  }
}

/**
 * Why a call ended without an answer:
 *
 * - `network`: no connection, or it broke before the answer
 * - `timeout`: a try took longer than one may take
 * - `deadline`: the time for all tries together ran out
 * - `cancelled`: the caller's signal was aborted
 * - `circuit-open`: too many calls failed just before, so this one was not sent
 * - `queue-full`: too many calls were waiting, so this one was not sent
 * - `request`: the request could not be written, for example for want of a path parameter
 */
export type CallFailure = "network" | "timeout" | "deadline" | "cancelled" | "circuit-open" | "queue-full" | "request";

const WORDS: Readonly<Record<CallFailure, string>> = {
  network: "the connection failed before an answer came",
  timeout: "no answer came within the time for one try",
  deadline: "the deadline passed",
  cancelled: "the caller cancelled the call",
  "circuit-open": "the call was not sent, because too many calls to this server failed just before",
  "queue-full": "the call was not sent, because too many calls were waiting",
  request: "the request could not be written",
};

/** A call ended without an answer. */
export class CallError extends ClientError {
  override readonly name = "CallError";
  readonly kind: CallFailure;

  constructor(operation: string, kind: CallFailure, cause?: unknown, detail?: string) {
    super(operation, `${WORDS[kind]}${detail === undefined ? "" : `: ${detail}`}.`, { cause });
    this.kind = kind;
  }
}
