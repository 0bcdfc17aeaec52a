import { exitCodeOf, governCheck, isFailure } from "@concordat/engine";
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
  const session = await openSession(flags, io);
  if (typeof session === "number") return session;
  const { config, asOf, failOn } = session;
  const load = { ...session.load, allowRemote: flags.allowRemoteRef };
  const { base: baseRevision, policy, config: configFile, compatibility } = flags;
  const outcome = await withProgress("Checking", flags, io, () =>
    governCheck(
      { config, configFile, contracts, baseRevision, policy, compatibility, asOf, load, failOn },
      session.catalogue,
      session.host,
    ),
  );
  if (isFailure(outcome)) return failureCode(outcome, io);
  const failed = await writeReports({ kind: "check", outcome }, formats, "stylish", session, io, flags.quiet === true);
  return failed ?? exitCodeOf(outcome.contracts, session.failOn);
}
