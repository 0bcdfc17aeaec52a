import { failed, settingsOf } from "@concordat/engine";
import { answerJson } from "@concordat/engine/report";
import type { ExitCode, Surroundings } from "../io.ts";
import { tableLines } from "../output/table.ts";
import { openRules, type RulesFlags } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** `concordat config show`: what the configuration settles, and which line of which file says so. */
export async function configShow(
  { format, ...flags }: RulesFlags & { readonly format: "stylish" | "json" },
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openRules(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const { config } = opened.value;
  if (config.path === undefined)
    return complain(
      [{ code: "config-missing", message: "Found no configuration. Run `concordat init` to write one." }],
      io,
    );
  const settings = settingsOf(config);
  if (format === "json") io.stdout.writeRaw(answerJson({ settings }));
  else {
    const rows = settings.map(({ path, value, file, line }) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return [path.join("."), text, `${file}:${line}`];
    });
    for (const line of tableLines(rows)) io.stdout.write(`${line}\n`);
    if (rows.length === 0) io.stdout.write("The configuration settles nothing: the defaults hold.\n");
  }
  return 0;
}
