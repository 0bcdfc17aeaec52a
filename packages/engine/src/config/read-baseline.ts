import { pathToFileURL } from "node:url";
import { pathFrom } from "../base/paths.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { Waiver } from "../policy/policy.ts";
import { checkText } from "./check-text.ts";
import { BaselineSchema } from "./schema.ts";

/** The waivers of a baseline file. */
export async function readBaseline(host: Host, path: string): Promise<Result<readonly Waiver[]>> {
  const text = await host.readText(path);
  if (failed(text)) {
    const name = pathFrom(host.cwd, path);
    const message = `The baseline \`${name}\` cannot be read: ${text.message} Make the file, or take it out of the configuration.`;
    const place = text.line === undefined ? {} : { file: name, line: text.line, column: text.column };
    return inputFailure("baseline-missing", message, place);
  }
  return readBaselineText(text.value, path, host);
}

/** The waivers in the text of a baseline file. */
export function readBaselineText(text: string, path: string, { cwd }: Host): Result<readonly Waiver[]> {
  const checked = checkText({ uri: pathToFileURL(path).href, name: pathFrom(cwd, path), text }, BaselineSchema);
  return failed(checked) ? checked : { value: checked.value.waivers };
}
