import type { Core, Lane } from "./core.ts";
import type { OperationEntry } from "./entry.ts";
import type { CallFailure } from "./errors.ts";
import { quietly, type TryEnd, tell } from "./hooks.ts";
import { isOutage } from "./safety.ts";

/** A request that can be sent any number of times, unless its body is a stream. */
export interface Outgoing {
  readonly entry: OperationEntry;
  /** The URL at each server that may be asked, in order. */
  readonly urls: readonly string[];
  readonly headers: Headers;
  readonly isStream: boolean;
  /** Sends it. Rejects, and never throws. */
  send(url: string, headers: Headers, signal: AbortSignal): Promise<Response>;
}

/** A call under way. */
export interface Call {
  readonly request: Outgoing;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds that one try may take. */
  readonly timeout: number;
  /** When all must be over, by the clock of the world. */
  readonly deadline: number;
  readonly retry: boolean;
  /** How often the request was sent so far. */
  tries: number;
}

/** What came of an attempt: an answer, which is yet to be read, or nothing. */
export type Outcome = Answer | NoAnswer;

export interface Answer {
  readonly response: Response;
  readonly attempt: Attempt;
  readonly failure?: undefined;
}

export interface NoAnswer {
  readonly failure: CallFailure;
  readonly cause: unknown;
}

/** Whether something that was thrown says why an attempt ended. */
export function isNoAnswer(cause: unknown): cause is NoAnswer {
  return typeof cause === "object" && cause !== null && "failure" in cause;
}

/** One request on its way, from waiting for a place until its answer is read. Whoever has got an answer must `finish`. */
export class Attempt {
  readonly #core: Core;
  readonly #call: Call;
  readonly #lane: Lane;
  readonly #controller = new AbortController();
  #resolve: (outcome: Outcome) => void = () => {};
  #stopTimer = () => {};
  #stopWaiting = () => {};
  #giveUp: ((failure: NoAnswer) => void) | undefined;
  #tellEnd: (end: Omit<TryEnd, "duration">) => void = () => {};
  #isHeld = false;
  #isAdmitted = false;
  /** Why it ended before its answer was read. */
  ended: NoAnswer | undefined;

  constructor(core: Core, call: Call, lane: Lane) {
    this.#core = core;
    this.#call = call;
    this.#lane = lane;
  }

  /** Waits for a place, and sends the request to one of its URLs. Never rejects. */
  start(url: string): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      const { signal, deadline } = this.#call;
      if (signal?.aborted) return this.end("cancelled", signal.reason);
      signal?.addEventListener("abort", this.#onAbort);
      const left = deadline - this.#core.world.now();
      if (left <= 0) return this.end("deadline");
      this.#stopTimer = this.#core.world.after(left, () => this.end("deadline"));
      const stop = this.#lane.bulkhead.enter(() => this.#send(url));
      if (stop === undefined) this.end("queue-full");
      else this.#stopWaiting = stop;
    });
  }

  #send(url: string): void {
    const { world } = this.#core;
    this.#isHeld = true;
    this.#isAdmitted = this.#lane.circuit.admit(world.now());
    if (!this.#isAdmitted) {
      this.end("circuit-open");
      return;
    }
    const { request, timeout, deadline } = this.#call;
    const tries = ++this.#call.tries;
    const headers = this.#core.hooks.length > 0 ? new Headers(request.headers) : request.headers;
    this.#tellStart(url, headers, tries);
    const left = deadline - world.now();
    if (timeout < left) {
      this.#stopTimer();
      this.#stopTimer = world.after(timeout, () => this.end("timeout"));
    }
    request.send(url, headers, this.#controller.signal).then(
      (response) => {
        this.#tellEnd({ status: response.status });
        if (this.ended) response.body?.cancel().catch(() => {});
        else this.#resolve({ response, attempt: this });
      },
      (cause) => this.end("network", cause),
    );
  }

  #tellStart(url: string, headers: Headers, tries: number): void {
    const { hooks, world } = this.#core;
    if (hooks.length === 0) return;
    const operation = this.#call.request.entry;
    const begun = world.now();
    const ends = tell(hooks, (hook) => hook.onTry?.({ operation, url, headers, tries }), world.warn);
    this.#tellEnd = (end) => {
      this.#tellEnd = () => {};
      const duration = world.now() - begun;
      for (const each of ends) if (each) quietly(() => each({ ...end, duration }), world.warn);
    };
  }

  readonly #onAbort = () => this.end("cancelled", this.#call.signal?.reason);

  /** Ends it before its answer is read; does nothing where that is over. */
  end(failure: CallFailure, cause?: unknown): void {
    if (this.ended) return;
    this.ended = { failure, cause };
    this.#tellEnd(this.ended);
    this.finish(failure === "cancelled" ? undefined : true);
    this.#controller.abort();
    this.#resolve(this.ended);
    this.#giveUp?.(this.ended);
  }

  /** Waits for a part of the answer, no longer than the attempt may take. Rejects with `ended` or with what the part does. */
  read<T>(part: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.#giveUp = reject;
      part.then(resolve, reject);
    });
  }

  /** The rest of the answer is read by the caller, piece by piece: it no longer holds a place, and has until a deadline. */
  handOver(response: Response, deadline: number | undefined): void {
    this.#settle(isOutage(response.status));
    if (deadline === undefined) return;
    this.#stopTimer = this.#core.world.after(deadline - this.#core.world.now(), () => this.end("deadline"));
  }

  /** All is over: frees what it holds. The circuit is told whether the server failed; undefined where that is not known. */
  finish(isFailure: boolean | undefined): void {
    this.#settle(isFailure);
    this.#call.signal?.removeEventListener("abort", this.#onAbort);
  }

  /** Finishes an answer that nobody reads. */
  discard(response: Response): void {
    this.finish(isOutage(response.status));
    response.body?.cancel().catch(() => {});
  }

  #settle(isFailure: boolean | undefined): void {
    this.#stopTimer();
    this.#stopWaiting();
    if (this.#isAdmitted) this.#lane.circuit.record(isFailure, this.#core.world.now());
    if (this.#isHeld) this.#lane.bulkhead.leave();
    this.#isAdmitted = this.#isHeld = false;
  }
}
