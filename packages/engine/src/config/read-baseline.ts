import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Checked } from "../base/problem.ts";
import { failed, type Host } from "../host/host.ts";
import type { Waiver } from "../policy/policy.ts";
import { checkText } from "./check-text.ts";
import { BaselineSchema } from "./schema.ts";

/** The waivers of a baseline file. */
export async function readBaseline(host: Host, path: string): Promise<Checked<readonly Waiver[]>> {
  const text = await host.readText(path);
  if (failed(text)) {
    const name = relative(host.cwd, path);
    const message = `The baseline \`${name}\` cannot be read: ${text.message} Make the file, or take it out of the configuration.`;
    const place = text.line === undefined ? {} : { file: name, line: text.line, column: text.column };
    return { value: undefined, problems: [{ code: "baseline-missing", message, ...place }] };
  }
  return readBaselineText(text.value, path, host);
}

/** The waivers in the text of a baseline file. */
export function readBaselineText(text: string, path: string, { cwd }: Host): Checked<readonly Waiver[]> {
  const checked = checkText({ uri: pathToFileURL(path).href, name: relative(cwd, path), text }, BaselineSchema);
  return { value: checked.value?.waivers, problems: checked.problems };
}
