import { acceptFindings, exitCodeOf, failed, isDay, yearAfter } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { nextCommands } from "../output/next-commands.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { type ContractCheckFlags, openContractCheck } from "../session/contract-check.ts";
import { judgeOnThreads } from "../session/contract-threads.ts";
import { complain, failureCode } from "../session/problems.ts";
import { acceptedText, notLater } from "./accept.ts";

/** The flags of `check` beside the common ones. */
export interface CheckFlags extends ContractCheckFlags {
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
  const asked = { contracts, flags, excerpts: flags.verbose === true || formats.has("html") };
  const opened = await openContractCheck(asked, io);
  if (failed(opened)) return failureCode(opened, io);
  const { session } = opened.value;
  const { config, asOf } = session;
  const until = flags.until ?? yearAfter(asOf);
  if (!isDay(until) || until < asOf) return complain([notLater(until, asOf)], io);
  const checked = await withProgress("Checking", flags, io, async () => {
    const open = await opened.value.open();
    return failed(open) ? open : judgeOnThreads(open.value, { ...asked, asOf }, session.host.cwd);
  });
  if (failed(checked)) return failureCode(checked, io);
  const outcome = checked.value;
  const unwritten = await writeReports({ kind: "check", outcome }, formats, "stylish", session, io, {
    ...flags,
    next: nextCommands(flags, config.contracts, io.command),
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
