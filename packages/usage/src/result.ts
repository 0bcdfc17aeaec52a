/** What is wrong, and what to do. */
export interface UsageProblem {
  readonly code: string;
  readonly message: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
}

/** Nothing could be made: the input was wrong (`input`), or the store or the machine failed (`tool`). */
export interface UsageFailure {
  readonly failure: "input" | "tool";
  readonly problems: readonly UsageProblem[];
}

/** A value, or why there is none. */
export type UsageResult<T> = { readonly value: T } | UsageFailure;

/** The input was wrong in one way. */
export function inputFailure(
  code: string,
  message: string,
  place: { file?: string; line?: number } = {},
): UsageFailure {
  return { failure: "input", problems: [{ code, message, ...place }] };
}

/** The store or the machine failed. */
export function toolFailure(code: string, message: string): UsageFailure {
  return { failure: "tool", problems: [{ code, message }] };
}

/** What an exception of a tool says, on one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

/** Whether there is no value. */
export function failed<T>(result: UsageResult<T>): result is UsageFailure {
  return "failure" in result;
}
