/** When a circuit opens, and for how long. */
export interface CircuitOptions {
  /** The share of failed requests that opens it. */
  readonly threshold: number;
  /** The share is taken over the last requests, as many as this. */
  readonly sample: number;
  /** Milliseconds that it stays open before one request may try whether the server is back. */
  readonly cooldown: number;
}

/** `closed`: requests pass; `open`: none does; `half-open`: one is on its way to try. */
export type CircuitState = "closed" | "open" | "half-open";

/** Stops requests to a server that fails them (the pattern "circuit breaker"), and tries again after a while with one. */
export class Circuit {
  readonly #options: CircuitOptions;
  readonly #onChange: (state: CircuitState) => void;
  #state: CircuitState = "closed";
  #opened = 0;
  /** What became of the last requests, the oldest overwritten first. */
  #failed: boolean[] = [];
  #next = 0;
  #failures = 0;

  /** @param onChange is told of each new state */
  constructor(options: CircuitOptions, onChange: (state: CircuitState) => void = () => {}) {
    this.#options = options;
    this.#onChange = onChange;
  }

  get state(): CircuitState {
    return this.#state;
  }

  /** Whether a request may be sent now. One that is let through must be reported by `record`, for others may wait for it. */
  admit(now: number): boolean {
    if (this.#state === "closed") return true;
    if (this.#state === "half-open" || now - this.#opened < this.#options.cooldown) return false;
    this.#turn("half-open");
    return true;
  }

  /** What became of a request: undefined where it was given up for reasons of the caller. */
  record(isFailure: boolean | undefined, now: number): void {
    if (this.#state === "half-open") {
      // The one that was to try says nothing: the next one tries.
      if (isFailure === false) this.#close();
      else this.#open(isFailure ? now : this.#opened);
    } else if (this.#state === "closed" && isFailure !== undefined) {
      this.#count(isFailure);
      const { sample, threshold } = this.#options;
      if (this.#failed.length === sample && this.#failures >= threshold * sample) this.#open(now);
    }
  }

  #count(isFailure: boolean): void {
    if (this.#failed[this.#next]) this.#failures--;
    if (isFailure) this.#failures++;
    this.#failed[this.#next] = isFailure;
    this.#next = (this.#next + 1) % this.#options.sample;
  }

  #open(since: number): void {
    this.#opened = since;
    this.#turn("open");
  }

  #close(): void {
    this.#failed = [];
    this.#next = 0;
    this.#failures = 0;
    this.#turn("closed");
  }

  #turn(state: CircuitState): void {
    this.#state = state;
    this.#onChange(state);
  }
}
