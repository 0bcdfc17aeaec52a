import { acceptFindings, exitCodeOf, failed, governCheck, isDay, yearAfter } from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { openSession } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";
import { acceptCommandOf, acceptedText, notLater } from "./accept.ts";

/** The flags of `check` beside the common ones. */
export interface CheckFlags extends CommonFlags, CompatibilityFlag {
  readonly base?: string;
  readonly policy?: "base" | "head";
  readonly writeBaseline?: boolean;
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
}

/** `concordat check`: judges the contracts of the configuration. */
export async function check(
  contracts: readonly string[],
  flags: CheckFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { config, asOf, failOn, openStore } = session;
  const load = { ...session.load, allowRemote: flags.allowRemoteRef };
  const until = flags.until ?? yearAfter(asOf);
  if (!isDay(until) || until < asOf) return complain([notLater(until, asOf)], io);
  const { base: baseRevision, policy, config: configFile, compatibility } = flags;
  const request = { config, configFile, contracts, asOf, load, excerpts: flags.verbose || formats.has("html") };
  const checked = await withProgress("Checking", flags, io, () =>
    governCheck(
      { ...request, baseRevision, policy, compatibility, failOn, openStore },
      session.catalogue,
      session.host,
    ),
  );
  if (failed(checked)) return failureCode(checked, io);
  const outcome = checked.value;
  const unwritten = await writeReports({ kind: "check", outcome }, formats, "stylish", session, io, {
    ...flags,
    acceptCommand: acceptCommandOf(flags, config.contracts),
  });
  if (unwritten !== undefined) return unwritten;
  if (!flags.writeBaseline) return exitCodeOf(outcome.contracts, session.failOn);
  const { reason, owner } = flags;
  const accepted = await acceptFindings(
    { config, outcomes: outcome.contracts, fingerprints: undefined, reason, owner, until, asOf },
    session.host,
  );
  if (failed(accepted)) return failureCode(accepted, io);
  io.stderr.write(acceptedText(accepted.value, until));
  return 0;
}
