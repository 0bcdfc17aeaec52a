import type { Problem } from "./problem.ts";

/**
 * A value, or why there is none. All that can fail answers one; an exception is a fault of ours.
 *
 * @typeParam F how it may fail: `Failure` for people, or what a host says if a caller has to know more
 */
export type Result<T, F extends { readonly failure: string } = Failure> = { readonly value: T } | F;

/** Nothing could be made: the input was wrong (`input`), or a tool or the world failed (`tool`). */
export interface Failure {
  readonly failure: "input" | "tool";
  /** Why, for people; at least one. */
  readonly problems: readonly Problem[];
}

/** Whether there is no value. */
export function failed<R extends { readonly value: unknown } | { readonly failure: string }>(
  result: R,
): result is Extract<R, { readonly failure: string }> {
  return "failure" in result;
}

/** The input was wrong in one way. */
export function inputFailure(code: string, message: string, place: Omit<Problem, "code" | "message"> = {}): Failure {
  return { failure: "input", problems: [{ code, message, ...place }] };
}

/** A value where nothing is wrong, and else a failure of the input. */
export function resultOf<T>(value: T, problems: readonly Problem[]): Result<T> {
  return problems.length > 0 ? { failure: "input", problems } : { value };
}

/** All values, or what all failures among them come to: each problem once. One of a tool makes the whole one of a tool. */
export function together<const T extends readonly unknown[]>(
  results: {
    readonly [K in keyof T]: Result<T[K]>;
  },
): Result<T> {
  const failures = (results as readonly Result<unknown>[]).filter(failed);
  if (failures.length === 0)
    return { value: (results as readonly { value: unknown }[]).map(({ value }) => value) as unknown as T };
  const problems = failures.flatMap((each) => each.problems);
  return {
    failure: failures.some(({ failure }) => failure === "tool") ? "tool" : "input",
    problems: [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()],
  };
}

/** What a host says about its failure, as a failure for people. */
export function hostFailure(
  { failure, message }: { readonly failure: string; readonly message: string },
  code: string,
  told: string = message,
): Failure {
  return { failure: failure === "tool" ? "tool" : "input", problems: [{ code, message: told }] };
}
