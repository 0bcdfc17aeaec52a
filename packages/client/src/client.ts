import { isNoAnswer } from "./attempt.ts";
import { type Core, makeCore } from "./core.ts";
import { tellDeprecation } from "./deprecation.ts";
import type { OperationEntry } from "./entry.ts";
import { CallError, type ClientError, type ValidationError } from "./errors.ts";
import { tellExchange } from "./exchanges.ts";
import { interpret, type ReadAnswer, readAnswer } from "./read.ts";
import { type OwnOptions, type Prepared, prepare, type RawInput } from "./request.ts";
import { type Limits, send, within } from "./send.ts";
import type { CommonOptions, Credential } from "./settings.ts";
import { isUnavailable, type StaleCache } from "./stale.ts";
import type { Data, Failure, Input, OperationShape, Result, Shaped, Style, Success } from "./types.ts";
import type { Validate, Validation } from "./validation.ts";

/** How a client is made. */
export interface ClientOptions<S extends Style = "result"> extends CommonOptions {
  /** Whether failures are the `error` of a result, as by default, or thrown. */
  readonly style?: S | undefined;
  /** Credentials by the name of their security scheme in the description. */
  readonly auth?: Readonly<Record<string, Credential>> | undefined;
  /** Keeps answers, for operations that only read and whose provider fails (RFC 5861, section 4). */
  readonly stale?: StaleCache | undefined;
  /** Judges messages by the contract; off unless it is set. */
  readonly validation?: Validation | undefined;
}

/** What calls are made with: it holds what they share, so that an application makes one for each API. */
export interface Client<S extends Style = "result"> {
  readonly options: ClientOptions<S>;
  readonly core: Core;
}

/** What one call may say for itself: when it ends, its own headers, what is judged, and what stands in for the provider. */
export interface CallOptions<T extends OperationShape = OperationShape> extends OwnOptions, Limits {
  /** Answers in place of a provider that fails; not for operations of `criticality: critical`. */
  readonly fallback?: ((error: Failure<T>) => Data<T> | Promise<Data<T>>) | undefined;
  /** What becomes of messages that break the contract; goes before what the client's `validation` says. */
  readonly validate?: Validate | undefined;
}

/** What the function of an operation takes beside the client. */
export type Arguments<T extends OperationShape> =
  Record<never, never> extends Input<T>
    ? [input?: Input<T>, options?: CallOptions<T>]
    : [input: Input<T>, options?: CallOptions<T>];

/** The function of an operation. Its types are worked out where it is called: a contract may have a thousand operations. */
export interface Operation<T> {
  <S extends Style>(
    client: Client<S>,
    ...rest: Arguments<Shaped<T>>
  ): Promise<S extends "throw" ? Success<Shaped<T>> : Result<Shaped<T>>>;
  readonly entry: OperationEntry;
}

/** Makes a client. Throws where an option cannot be meant. */
export function createClient<S extends Style = "result">(options: ClientOptions<S>): Client<S> {
  return { options, core: makeCore(options) };
}

/** Makes the function of an operation. Generated clients call it; `T` is what openapi-typescript says of the operation. */
export function operation<T>(entry: OperationEntry): Operation<T> {
  const run = async (client: Client<Style>, input: RawInput = {}, options: CallOptions = {}) => {
    const result = await call(client, entry, input, options);
    if (client.options.style === "throw" && result.error) throw result.error;
    return result;
  };
  return Object.assign(run, { entry }) as unknown as Operation<T>;
}

/** A result, whatever its types say. */
export interface RawResult extends Pick<ReadAnswer, "data" | "error"> {
  readonly response: Response | undefined;
  readonly tries: number;
  readonly degraded: boolean;
}

/** Calls an operation, whatever its types say. Never rejects, unless a fallback does. */
export async function call(
  client: Client<Style>,
  entry: OperationEntry,
  input: RawInput,
  own: CallOptions & { readonly url?: string | undefined },
): Promise<RawResult> {
  const { core, options } = client;
  const begun = core.world.now();
  let request: Prepared;
  try {
    if (own.validate !== undefined && own.validate !== "off" && options.validation === undefined)
      throw new Error("`validate` needs a client with a `validation`");
    request = await prepare(entry, input, options, own, core.world, (part) => within(core, own, begun, part));
  } catch (cause) {
    if (isNoAnswer(cause)) return failed(new CallError(entry.name, cause.failure, cause.cause), 0);
    const detail = cause instanceof Error ? cause.message : String(cause);
    return failed(new CallError(entry.name, "request", cause, detail), 0);
  }
  const invalid = options.validation?.request(core, request, input, own);
  if (invalid) return failed(invalid, 0);
  const { data, error, response, tries, degraded } = await degrade(
    client,
    own,
    request,
    await exchange(client, own, request, begun),
  );
  return { data, error, response, tries, degraded };
}

/** A result with the body as it came, and what the call fails with where nothing stands in for an answer that breaks the contract. */
interface Exchanged extends RawResult, Pick<ReadAnswer, "body"> {
  readonly invalid?: ValidationError | undefined;
}

/** Sends a request and reads its answer. */
async function exchange(
  { core, options }: Client<Style>,
  own: CallOptions,
  request: Prepared,
  begun: number,
): Promise<Exchanged> {
  const { entry } = request;
  const at = core.world.date();
  const sent = await send(core, request, own, begun);
  const url = request.urls[sent.server] as string;
  const response = sent.failure === undefined ? sent.response : undefined;
  tellDeprecation(entry, url, response?.headers, core.hooks, core.world);
  if (sent.failure !== undefined) {
    tellExchange(core, request, at, url, null);
    return failed(new CallError(entry.name, sent.failure, sent.cause), sent.tries);
  }
  const answer = await readAnswer(entry, sent, sent.deadline);
  if (!answer.isStream) tellExchange(core, request, at, url, { ...answer, response: sent.response });
  const invalid = options.validation?.response(core, request, sent.response, answer, own);
  // Nobody will read what the call fails for.
  if (invalid && answer.isStream) sent.attempt.discard(sent.response);
  return { ...answer, invalid, response, tries: sent.tries, degraded: sent.server > 0 };
}

function failed(error: ClientError, tries: number): RawResult {
  return { error, response: undefined, tries, degraded: false };
}

/** Keeps a good answer; finds what may stand in for the provider where it could not answer, whatever it said then. */
async function degrade(
  { core, options }: Client<Style>,
  own: CallOptions,
  request: Prepared,
  result: Exchanged,
): Promise<RawResult> {
  const { entry } = request;
  const { response, error, invalid, body, tries } = result;
  const answered = invalid ? { ...result, data: undefined, error: invalid } : result;
  if (error === undefined) {
    if (!invalid && response && typeof body === "string")
      options.stale?.keep(request, response, body, core.world.date());
    return answered;
  }
  if (entry.criticality === "critical" || !isUnavailable(error)) return answered;
  const stale = options.stale?.find(request, core.world.date());
  if (stale) return { ...interpret(entry, stale, await stale.text()), response: stale, tries, degraded: true };
  if (own.fallback === undefined) return answered;
  return { data: await own.fallback(error as Failure<OperationShape>), response: undefined, tries, degraded: true };
}
