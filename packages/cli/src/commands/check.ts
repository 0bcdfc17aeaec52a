import { exitCodeOf, failed, governCheck } from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { openSession } from "../session/open.ts";
import { failureCode } from "../session/problems.ts";

/** `concordat check`: judges the contracts of the configuration. */
export async function check(
  contracts: readonly string[],
  flags: CommonFlags & CompatibilityFlag & { readonly base?: string; readonly policy?: "base" | "head" },
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { config, asOf, failOn } = session;
  const load = { ...session.load, allowRemote: flags.allowRemoteRef };
  const { base: baseRevision, policy, config: configFile, compatibility } = flags;
  const checked = await withProgress("Checking", flags, io, () =>
    governCheck(
      { config, configFile, contracts, baseRevision, policy, compatibility, asOf, load, failOn },
      session.catalogue,
      session.host,
    ),
  );
  if (failed(checked)) return failureCode(checked, io);
  const outcome = checked.value;
  const unwritten = await writeReports(
    { kind: "check", outcome },
    formats,
    "stylish",
    session,
    io,
    flags.quiet === true,
  );
  return unwritten ?? exitCodeOf(outcome.contracts, session.failOn);
}
