import type { Failure, Problem } from "@concordat/engine";
import { oneLine } from "@concordat/engine/report";
import type { ExitCode, Surroundings } from "../io.ts";

/** Prints problems to standard error. */
export function complain(problems: readonly Problem[], io: Surroundings, code: ExitCode = 2): ExitCode {
  for (const { message, file, line, column } of problems) {
    const place = [file, line, column].filter((part) => part !== undefined).join(":");
    io.stderr.write(`${oneLine(`${place ? `${place}: ` : ""}${message}`)}\n`);
  }
  return code;
}

/** The exit code of a run that came to nothing. */
export function failureCode({ failure, problems }: Failure, io: Surroundings): ExitCode {
  return complain(problems, io, failure === "tool" ? 3 : 2);
}
