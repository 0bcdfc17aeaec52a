import { failed, hostFailure, inputFailure, type Result } from "./base/result.ts";
import type { Host } from "./host/host.ts";

/** Writes another `info.version` into a description, and changes nothing else; answers it. */
export async function writeVersion(path: string, version: string, host: Host): Promise<Result<string>> {
  const text = await host.readText(path);
  if (failed(text))
    return inputFailure("source-missing", `The version cannot be written. ${text.message}`, { file: path });
  const { editText } = await import("./edit/edit-text.ts");
  const edited = editText({ name: path, text: text.value }, [
    { kind: "set", pointer: "/info", key: "version", value: version },
  ]);
  if ("refused" in edited)
    return inputFailure("version-unwritable", `The version cannot be written: ${edited.refused}.`, { file: path });
  const written = await host.writeText(path, edited.text);
  return failed(written) ? hostFailure(written, "output") : { value: version };
}
