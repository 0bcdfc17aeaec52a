import type { Problem } from "../base/problem.ts";
import { failed } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { FixResult } from "./fix.ts";

/** Writes fixed files; answers what could not be written. A file that has changed in the meantime is left alone. */
export async function writeFixes({ files }: Pick<FixResult, "files">, host: Host): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { path, name, before, after } of files) {
    const bytes = await host.readBytes(path);
    if (failed(bytes) || new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value) !== before) {
      problems.push({
        code: "file-changed",
        message: "The file changed while Concordat was working. Run the command again.",
        file: name,
      });
      continue;
    }
    const written = await host.writeText(path, after);
    if (failed(written)) problems.push({ code: "output", message: written.message, file: name });
  }
  return problems;
}
