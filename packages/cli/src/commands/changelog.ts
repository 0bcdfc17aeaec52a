import { failed, governChangelog, governHistory } from "@concordat/engine";
import type { CommonFlags } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { openSession } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** `concordat changelog`: what changed, for people. It tells and does not judge, so it only fails where it cannot tell. */
export async function changelog(
  sources: readonly string[],
  flags: CommonFlags & { readonly since?: string },
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const { since } = flags;
  const [base, head, ...more] = sources;
  if (since === undefined && (base === undefined || head === undefined || more.length > 0))
    return complain(
      [{ code: "usage", message: "Name two descriptions, or a version to start from with `--since`." }],
      io,
    );
  const opened = await openSession(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { config, asOf, load, catalogue, host } = session;
  const input = await withProgress("Comparing", flags, io, async () => {
    if (since !== undefined) {
      const outcome = await governHistory({ since, names: sources, config, asOf, load }, catalogue, host);
      return failed(outcome) ? outcome : { value: { kind: "check", outcome: outcome.value } as const };
    }
    const request = { base: base ?? "", head: head ?? "", asOf, load, policy: config.policy };
    const outcome = await governChangelog(request, catalogue, host);
    return failed(outcome) ? outcome : { value: { kind: "diff", outcome: outcome.value } as const };
  });
  if (failed(input)) return failureCode(input, io);
  return (await writeReports(input.value, formats, "changelog", session, io, flags.quiet === true)) ?? 0;
}
