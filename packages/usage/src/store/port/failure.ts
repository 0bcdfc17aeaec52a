import type { UsageFailure } from "../../result.ts";

/** Not all that a store was given, or asked for, arrived. */
export class Incomplete extends Error {}

/** Thrown where a store fails while it is asked: nothing of an answer counts. */
export class StoreFailure extends Error {
  /** What went wrong, for people. */
  readonly failure: UsageFailure;

  constructor(failure: UsageFailure, cause: unknown) {
    super(failure.problems[0]?.message, { cause });
    this.failure = failure;
  }
}
