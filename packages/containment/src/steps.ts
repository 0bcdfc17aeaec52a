/**
 * Steps of a whole run. The largest real descriptions that were looked at take up to a fifth of them; what grows beyond all bounds
 * ends within seconds.
 */
const MOST_STEPS = 20_000_000;

/**
 * The budget of a whole run: one count that all parts share that work on the same schemas, so that many questions, each
 * within its own budget, come to an end together. Steps are counted, never timed, so that runs repeat.
 */
export class Steps {
  #left: number;

  /** @param most how many steps there are */
  constructor(most = MOST_STEPS) {
    this.#left = most;
  }

  /** Takes some steps, and tells whether there were as many. Once there were not, there are none. */
  take(count = 1): boolean {
    this.#left = this.#left < count ? -1 : this.#left - count;
    return this.#left >= 0;
  }

  /** A part of what there is: tells whether more than so many steps were taken since. */
  portion(most: number): () => boolean {
    const end = this.#left - most;
    return () => this.#left < Math.max(0, end);
  }

  /** Whether steps were asked for that were not there: what is answered from then on is undecided. */
  get areSpent(): boolean {
    return this.#left < 0;
  }
}
