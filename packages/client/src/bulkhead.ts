/** How many requests may be on their way at once, and how many may wait. */
export interface BulkheadOptions {
  readonly concurrent: number;
  readonly queue: number;
}

/** Lets no more than some requests be on their way at once, so that a slow server does not tie up all of a client. */
export class Bulkhead {
  readonly #options: BulkheadOptions;
  /** Those that wait, the oldest first. */
  readonly #waiting = new Set<() => void>();
  #running = 0;
  #isAdmitting = false;

  constructor(options: BulkheadOptions) {
    this.#options = options;
  }

  /**
   * Asks for a place, and calls a function once there is one: at once, or later. Whoever was let in must `leave`.
   * Answers a function that gives up waiting, or undefined where too many wait already.
   */
  enter(run: () => void): (() => void) | undefined {
    if (this.#waiting.size >= this.#options.queue && this.#running >= this.#options.concurrent) return undefined;
    this.#waiting.add(run);
    this.#admit();
    return () => this.#waiting.delete(run);
  }

  /** Frees a place, for the one that waited longest. */
  leave(): void {
    this.#running--;
    this.#admit();
  }

  /** Lets in as many as have a place. One that leaves at once makes room within the loop, and not by calls within calls. */
  #admit(): void {
    if (this.#isAdmitting) return;
    this.#isAdmitting = true;
    for (const run of this.#waiting) {
      if (this.#running >= this.#options.concurrent) break;
      this.#waiting.delete(run);
      this.#running++;
      run();
    }
    this.#isAdmitting = false;
  }
}
