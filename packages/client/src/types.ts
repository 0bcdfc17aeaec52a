import type { CallError, StatusError, UnexpectedResponseError, ValidationError } from "./errors.ts";

/*
 * From what openapi-typescript emits for an operation to what its function takes and answers.
 */

/** An operation as openapi-typescript writes it: a member of `operations`, or of a path in `paths`. */
export interface OperationShape {
  readonly parameters: {
    readonly query?: unknown;
    readonly path?: unknown;
    readonly header?: unknown;
    readonly cookie?: unknown;
  };
  readonly requestBody?: unknown;
  readonly responses: object;
}

/** What is an operation, of what is taken for one. */
export type Shaped<T> = T extends OperationShape ? T : never;

/** What is sent: without properties that are only read (`readOnly`, marked `$Read`). */
export type Writable<T> = T extends { readonly $read: unknown }
  ? never
  : T extends { readonly $write: infer U }
    ? Writable<U>
    : T extends (infer E)[]
      ? Writable<E>[]
      : T extends object
        ? { [K in keyof T as NonNullable<T[K]> extends { readonly $read: unknown } ? never : K]: Writable<T[K]> }
        : T;

/** What is received: without properties that are only written (`writeOnly`, marked `$Write`). */
export type Readable<T> = T extends { readonly $write: unknown }
  ? never
  : T extends { readonly $read: infer U }
    ? Readable<U>
    : T extends (infer E)[]
      ? Readable<E>[]
      : T extends object
        ? { [K in keyof T as NonNullable<T[K]> extends { readonly $write: unknown } ? never : K]: Readable<T[K]> }
        : T;

/** Bytes that are sent as they are. A stream can be sent once, so its request is never retried. */
export type Binary = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;

/** One event of a `text/event-stream` (HTML Living Standard, section 9.2). */
export interface ServerSentEvent {
  /** `message` where the stream names none. */
  readonly event: string;
  readonly data: string;
  /** The last id that the stream gave; empty where it gave none. */
  readonly id: string;
}

/** The kind of a media type that is known to the compiler: what `mediaKind` says at run time. */
type MediaKindOf<M> = M extends `${string};${string}`
  ? M extends `${infer Bare};${string}`
    ? MediaKindOf<Bare>
    : never
  : M extends `${string}/json` | `${string}+json`
    ? "json"
    : M extends `application/${"" | "x-"}${"ndjson" | "jsonl" | "jsonlines"}` | "application/json-seq"
      ? "sequence"
      : M extends "text/event-stream"
        ? "events"
        : M extends "application/x-www-form-urlencoded"
          ? "form"
          : M extends `multipart/${string}`
            ? "multipart"
            : M extends `text/${string}` | `application/${"xml" | "yaml" | "graphql"}` | `${string}+${"xml" | "yaml"}`
              ? "text"
              : "binary";

/** Parts of a form: where a text is described, a file may be sent. */
type Parts<T> = {
  [K in keyof T]: Exclude<T[K], undefined> extends string
    ? T[K] | Blob
    : Exclude<T[K], undefined> extends string[]
      ? T[K] | Blob[]
      : T[K];
};

type Sent<M, B> = {
  json: Writable<B>;
  sequence: Iterable<Writable<B>> | AsyncIterable<Writable<B>>;
  events: Binary;
  form: Writable<B> | URLSearchParams;
  multipart: Parts<Writable<B>> | FormData;
  text: string;
  binary: Binary;
}[MediaKindOf<M>];

type Received<M, B> = {
  json: Readable<B>;
  sequence: AsyncIterable<Readable<B>>;
  events: AsyncIterable<ServerSentEvent>;
  form: URLSearchParams;
  multipart: Blob;
  text: string;
  binary: Blob;
}[MediaKindOf<M>];

/** What fills one key of the input: nothing where there is none, optional where all of it is. */
type Given<K extends string, V> = [V] extends [never]
  ? unknown
  : Record<never, never> extends V
    ? { readonly [P in K]?: V | undefined }
    : { readonly [P in K]: V };

type BodyOf<T extends OperationShape> =
  NonNullable<T["requestBody"]> extends infer R
    ? [R] extends [never]
      ? never
      : R extends { content: infer C }
        ? { [M in keyof C]: Sent<M, C[M]> }[keyof C]
        : never
    : never;

type GivenBody<T extends OperationShape> = [BodyOf<T>] extends [never]
  ? unknown
  : T extends { requestBody: object }
    ? { readonly body: BodyOf<T> }
    : { readonly body?: BodyOf<T> | undefined };

/** What a call is given: parameters by place, and the body. */
export type Input<T extends OperationShape> = Given<"path", NonNullable<T["parameters"]["path"]>> &
  Given<"query", NonNullable<T["parameters"]["query"]>> &
  Given<"headers", NonNullable<T["parameters"]["header"]>> &
  Given<"cookies", NonNullable<T["parameters"]["cookie"]>> &
  GivenBody<T>;

/** What a provider sends to a webhook or a callback: the body of an operation of `webhooks`, as its receiver reads it. */
export type Payload<T extends OperationShape> =
  NonNullable<T["requestBody"]> extends infer R ? ([R] extends [never] ? undefined : ContentOf<R>) : never;

type SuccessKeys<R> = {
  [K in keyof R & (string | number)]: `${K}` extends `2${string}` ? K : never;
}[keyof R & (string | number)];

/** Where no success is declared, `default` stands for it too. */
type DataKeys<R> = [SuccessKeys<R>] extends [never] ? keyof R & "default" : SuccessKeys<R>;

type ContentOf<A> = A extends { content: infer C } ? { [M in keyof C]: Received<M, C[M]> }[keyof C] : undefined;

/** What a successful call answers: the bodies of all declared successes. */
export type Data<T extends OperationShape> = {
  [K in DataKeys<T["responses"]>]: ContentOf<T["responses"][K]>;
}[DataKeys<T["responses"]>];

/** Statuses of errors (RFC 9110, section 15; the IANA registry). */
export type ErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
  | (500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511);

type InRange<K, S extends number> = K extends `${infer D}XX`
  ? S extends S
    ? `${S}` extends `${D}${string}`
      ? S
      : never
    : never
  : never;

/** The statuses that a key of `responses` stands for: itself, a range, or all that no other key names. */
type StatusesOf<K, R> = K extends number
  ? K
  : K extends `${number}XX`
    ? Exclude<InRange<K, ErrorStatus>, keyof R>
    : K extends "default"
      ? Exclude<ErrorStatus, keyof R | InRange<keyof R, ErrorStatus>>
      : never;

type ErrorKeys<R> = Exclude<keyof R, SuccessKeys<R>>;

/** An error that the contract declares: one type for each declared status. */
export type DeclaredError<T extends OperationShape> = {
  [K in ErrorKeys<T["responses"]>]: StatusError<StatusesOf<K, T["responses"]>, ContentOf<T["responses"][K]>>;
}[ErrorKeys<T["responses"]>];

/** All that a call may fail with. */
export type Failure<T extends OperationShape> =
  | DeclaredError<T>
  | UnexpectedResponseError
  | ValidationError
  | CallError;

/** A call that succeeded. */
export interface Success<T extends OperationShape> extends Answered {
  readonly data: Data<T>;
  readonly error?: undefined;
  /** Absent where a fallback of the caller answered. */
  readonly response: Response | undefined;
}

/** A call that failed. */
export interface Failed<T extends OperationShape> extends Answered {
  readonly data?: undefined;
  readonly error: Failure<T>;
  /** Absent where none came. */
  readonly response: Response | undefined;
}

/** What is told of every call. */
export interface Answered {
  /** How often it was sent. */
  readonly tries: number;
  /** Whether the data are not what the first server answered just now. */
  readonly degraded: boolean;
}

/** What a call answers: `data` or `error`. */
export type Result<T extends OperationShape> = Success<T> | Failed<T>;

/** How failures are told: as `error` of the result, or thrown. */
export type Style = "result" | "throw";
