/** How much is tried before a question is given up. Counted, not timed, so that runs repeat. */
export interface Budget {
  /** States searched in one question. */
  readonly states: number;
  /** Values built in one question, and in one goal of it. */
  readonly builds: number;
  readonly buildsPerGoal: number;
}

/** Of 4,000 questions that others have collected to be hard, none that is answered takes more than 33,000 states and 550 values. */
export const DEFAULT_BUDGET: Budget = { states: 40_000, builds: 20_000, buildsPerGoal: 2_000 };
