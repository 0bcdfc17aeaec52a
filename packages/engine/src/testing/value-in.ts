import type { Problem } from "../base/problem.ts";
import { failed, type Result } from "../base/result.ts";

/** The value of a result that has to have one. @throws with all that is wrong where it has none */
export function valueIn<T>(result: Result<T>): T {
  if (failed(result)) throw new Error(result.problems.map(textOf).join("\n"));
  return result.value;
}

function textOf({ code, file, line, message }: Problem): string {
  return [file, line, code, message].filter((part) => part !== undefined).join(" ");
}
