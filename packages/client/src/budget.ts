/** How many tries beside the first may be made. */
export interface BudgetOptions {
  /** Retries for each call; 0.1 lets an outage see at most 1.1 times the calls. */
  readonly ratio: number;
  /** Retries that are allowed in each window all the same, so that a client with few calls has some. */
  readonly least: number;
  /** Milliseconds after which the count starts anew: what went well an hour ago is no licence to storm now. */
  readonly window: number;
}

/** Keeps retries a small part of the calls, so that they cannot turn trouble into an outage. */
export class RetryBudget {
  readonly #options: BudgetOptions;
  #start = Number.NEGATIVE_INFINITY;
  #calls = 0;
  #retries = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  /** Counts a call, whatever becomes of it. */
  call(now: number): void {
    this.#turn(now);
    this.#calls++;
  }

  /** Takes one retry from the budget; false where none is left. */
  take(now: number): boolean {
    this.#turn(now);
    const { ratio, least } = this.#options;
    if (this.#retries + 1 > Math.max(least, ratio * this.#calls)) return false;
    this.#retries++;
    return true;
  }

  #turn(now: number): void {
    if (now - this.#start < this.#options.window) return;
    this.#start = now;
    this.#calls = 0;
    this.#retries = 0;
  }
}
