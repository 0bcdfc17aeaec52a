import type { Budget } from "../budget.ts";
import type { Steps } from "../steps.ts";

/** Steps of the run that one question may take. */
const MOST_STEPS = 1_000_000;

/** What a question has taken so far, held against its budget and that of the run. */
export class Effort {
  readonly #budget: Budget;
  readonly #steps: Steps;
  #states = 0;
  #builds = 0;
  #buildsOfGoal = 0;
  #areStepsSpent = () => false;

  constructor(budget: Budget, steps: Steps) {
    this.#budget = budget;
    this.#steps = steps;
  }

  /** Begins a question. */
  begin(): void {
    this.#states = 0;
    this.#builds = 0;
    this.#areStepsSpent = this.#steps.portion(MOST_STEPS);
  }

  /** Runs a part that has builds of its own, as the evaluation of a goal has. */
  ofGoal<T>(part: () => T): T {
    const outer = this.#buildsOfGoal;
    this.#buildsOfGoal = 0;
    const result = part();
    this.#buildsOfGoal = outer;
    return result;
  }

  /** Takes a state with so many schemas; false where the question is to be given up. */
  takeState(schemas: number): boolean {
    const { states, builds, buildsPerGoal } = this.#budget;
    this.#steps.take(schemas);
    this.#states++;
    const isSpent = this.#states > states || this.#builds > builds || this.#buildsOfGoal > buildsPerGoal;
    return !isSpent && !this.#areStepsSpent();
  }

  /** Takes the building of a value; false where the question is to be given up. */
  takeBuild(): boolean {
    const { builds, buildsPerGoal } = this.#budget;
    return ++this.#builds <= builds && ++this.#buildsOfGoal <= buildsPerGoal;
  }
}
