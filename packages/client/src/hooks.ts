import type { CircuitState } from "./circuit.ts";
import type { OperationEntry } from "./entry.ts";
import type { CallFailure } from "./errors.ts";
import type { Unchecked, Violation } from "./validators/verdict.ts";

/** A request that is about to be sent. */
export interface TryStart {
  readonly operation: OperationEntry;
  readonly url: string;
  /** What is sent; a hook may add to it, for example the headers of a trace. */
  readonly headers: Headers;
  /** 1 for the first request of a call. */
  readonly tries: number;
}

/** What became of a request: a status once the answer begins, or why there is none. */
export interface TryEnd {
  readonly status?: number;
  readonly failure?: CallFailure;
  readonly cause?: unknown;
  /** Milliseconds since the request was sent. */
  readonly duration: number;
}

/** A request is to be sent again. */
export interface Retry {
  readonly operation: OperationEntry;
  /** How often it was sent so far. */
  readonly tries: number;
  /** Milliseconds until it is sent again. */
  readonly delay: number;
  /** What the last try came to. */
  readonly reason: number | CallFailure;
}

/** A circuit opened, closed, or tries whether it can close. */
export interface CircuitChange {
  readonly origin: string;
  /** Which operations it concerns: those that only read, or those that write. */
  readonly operations: "read" | "write";
  readonly state: CircuitState;
}

/** A deprecated operation is called: told once for each operation in a process. */
export interface Deprecation {
  readonly operation: OperationEntry;
  /** The day since when it is deprecated. */
  readonly deprecated: string | undefined;
  /** The day after which it may stop working. */
  readonly sunset: string | undefined;
  /** What to use instead: an operation by the contract, or a URL by a `Link` header. */
  readonly successor: string | undefined;
  /** Where people read about it, by a `Link` header. */
  readonly information: string | undefined;
}

/** A request and its answer as they were on the wire; null where no answer came. */
export interface ObservedExchange {
  readonly operation: OperationEntry;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    /** Absent where there was none, or where it was a stream. */
    readonly body?: string | Blob;
  };
  readonly response: { readonly status: number; readonly headers: Headers; readonly body?: string | Blob } | null;
}

/** A message that breaks the contract, or that could not be judged in full. */
export interface JudgedMessage {
  readonly operation: OperationEntry;
  readonly direction: "request" | "response";
  /** The status of the response. */
  readonly status: number | undefined;
  /** What breaks the contract. */
  readonly violations: readonly Violation[];
  /** What was not judged, so that nothing is known of it. */
  readonly unchecked: readonly Unchecked[];
}

/** What a client tells. A hook must not throw: what it throws is warned of, and changes no call. */
export interface Hooks {
  /** A request is about to be sent; what is returned is told what became of it. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a hook that returns nothing is written without a return.
  readonly onTry?: (start: TryStart) => ((end: TryEnd) => void) | void;
  readonly onRetry?: (retry: Retry) => void;
  readonly onCircuit?: (change: CircuitChange) => void;
  /** Without such a hook, the message goes to the console. */
  readonly onDeprecation?: (deprecation: Deprecation) => void;
  /** The last exchange of a call, once it is read; not those whose answer is a stream. */
  readonly onExchange?: (exchange: ObservedExchange) => void;
  /** A message was judged, and something is to be told of it. Without such a hook, violations go to the console in mode `warn`. */
  readonly onValidation?: (message: JudgedMessage) => void;
}

/** Tells hooks something; what one throws is warned of. */
export function tell<T>(hooks: readonly Hooks[], run: (hook: Hooks) => T, warn: (message: string) => void): T[] {
  return hooks.flatMap((hook) => quietly(() => [run(hook)], warn) ?? []);
}

/** Runs what belongs to a hook; what it throws is warned of. */
export function quietly<T>(run: () => T, warn: (message: string) => void): T | undefined {
  try {
    return run();
  } catch (error) {
    warn(`A hook of the client threw: ${error}`);
    return undefined;
  }
}
