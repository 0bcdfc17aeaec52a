import { exitCodeOf, governCheck, isFailure } from "@concordat/engine";
import type { CommonFlags } from "../cli.ts";
import type { FormatOptions } from "../formats.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { failureCode, openSession, writeReports } from "./judging.ts";
import { withProgress } from "./progress.ts";

/** `concordat check`: judges the contracts of the configuration. */
export async function check(
  contracts: readonly string[],
  flags: CommonFlags & { readonly base?: string },
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const session = await openSession(flags, io);
  if (typeof session === "number") return session;
  const { config, asOf, load } = session;
  const outcome = await withProgress("Checking", flags, io, () =>
    governCheck({ config, contracts, baseRevision: flags.base, asOf, load }, session.catalogue, session.host),
  );
  if (isFailure(outcome)) return failureCode(outcome, io);
  const failed = await writeReports({ kind: "check", outcome }, formats, "stylish", session, io, flags.quiet === true);
  return failed ?? exitCodeOf(outcome.contracts, session.failOn);
}
