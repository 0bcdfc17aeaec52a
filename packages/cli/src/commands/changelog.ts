import { failed, governChangelog, governHistory, type ReportInput, type Result } from "@concordat/engine";
import type { CommonFlags } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { compareContracts, pairOf } from "../session/compared.ts";
import { openSession, type Session, withRulesOfTeam } from "../session/open.ts";
import { failureCode } from "../session/problems.ts";

/** The flags of `changelog` beside the common ones. */
export interface ChangelogFlags extends CommonFlags {
  readonly since?: string;
  readonly base?: string;
}

/** `concordat changelog`: what changed, for people. It tells and does not judge, so it only fails where it cannot tell. */
export async function changelog(
  sources: readonly string[],
  flags: ChangelogFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const input = await withProgress("Comparing", flags, io, () =>
    changesOf(sources, flags, session, formats.has("html")),
  );
  if (failed(input)) return failureCode(input, io);
  return (await writeReports(input.value, formats, "changelog", session, io, flags)) ?? 0;
}

/** The changes of a history, of a pair, or of contracts against what a check compares them with. */
async function changesOf(
  sources: readonly string[],
  flags: ChangelogFlags,
  session: Session,
  excerpts: boolean,
): Promise<Result<ReportInput>> {
  const { config, asOf, load, host } = session;
  const { since } = flags;
  const pair = pairOf(sources, config);
  if (since === undefined && pair === undefined) {
    // A changelog says what changed from base to head, whoever must get along with which.
    const told = { compatibility: "backward", replacements: true, excerpts } as const;
    const outcome = await compareContracts(sources, flags, session, told);
    return failed(outcome) ? outcome : { value: { kind: "check", outcome: outcome.value } };
  }
  const extended = await withRulesOfTeam(session);
  if (failed(extended)) return extended;
  const { catalogue } = extended.value;
  if (since !== undefined) {
    const outcome = await governHistory({ since, names: sources, config, asOf, load, excerpts }, catalogue, host);
    return failed(outcome) ? outcome : { value: { kind: "check", outcome: outcome.value } };
  }
  const [base, head] = pair ?? ["", ""];
  const outcome = await governChangelog({ base, head, asOf, load, policy: config.policy, excerpts }, catalogue, host);
  return failed(outcome) ? outcome : { value: { kind: "diff", outcome: outcome.value } };
}
