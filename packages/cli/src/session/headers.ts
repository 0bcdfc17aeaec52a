import { inputFailure, type Result } from "@concordat/engine";
import type { Surroundings } from "../io.ts";

/**
 * Header fields as `--header` names them, `Name: value` or `Name: env:VARIABLE`, by names in small letters. No message repeats
 * a value, which may be a secret.
 */
export function readHeaders(headers: readonly string[], env: Surroundings["env"]): Result<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const header of headers) {
    const [, name, written = ""] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*(.*)$/s.exec(header) ?? [];
    if (name === undefined)
      return inputFailure(
        "usage",
        "A `--header` is not of the form `Name: value`, such as `Authorization: env:TOKEN`.",
      );
    const variable = /^env:(.+)$/s.exec(written)?.[1];
    const value = variable === undefined ? written : env[variable];
    if (value === undefined)
      return inputFailure("usage", `\`--header ${name}\` asks for the variable \`${variable}\`, which is not set.`);
    if (!/^[\t\x20-\x7e]*$/.test(value))
      return inputFailure("usage", `The value of \`--header ${name}\` has characters that no header can carry.`);
    fields[name.toLowerCase()] = value;
  }
  return { value: fields };
}
