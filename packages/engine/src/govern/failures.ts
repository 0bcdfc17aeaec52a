import type { Description, LoadFailure } from "../load/description.ts";
import type { Failure } from "../outcome.ts";

/** A run that came to nothing because a description could not be read. */
export function loadFailure(sides: readonly (Description | LoadFailure | null)[]): Failure {
  const failures = sides.filter((side): side is LoadFailure => side !== null && "kind" in side);
  const problems = [
    ...new Map(
      failures.flatMap((failure) => failure.problems).map((problem) => [JSON.stringify(problem), problem]),
    ).values(),
  ];
  return { failure: failures.some(({ kind }) => kind === "tool") ? "tool" : "input", problems };
}

/** A run that came to nothing because of what it was asked. */
export function inputFailure(code: string, message: string): Failure {
  return { failure: "input", problems: [{ code, message }] };
}
