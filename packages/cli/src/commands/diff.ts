import { exitCodeOf, governDiff, isFailure } from "@concordat/engine";
import type { CommonFlags } from "../cli.ts";
import type { FormatOptions } from "../formats.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { failureCode, openSession, writeReports } from "./judging.ts";
import { withProgress } from "./progress.ts";

/** `concordat diff`: judges two revisions. */
export async function diff(
  base: string,
  head: string,
  flags: CommonFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const session = await openSession(flags, io);
  if (typeof session === "number") return session;
  const request = { base, head, asOf: session.asOf, load: session.load, policy: session.config.policy };
  const outcome = await withProgress("Comparing", flags, io, () =>
    governDiff(request, session.catalogue, session.host),
  );
  if (isFailure(outcome)) return failureCode(outcome, io);
  const failed = await writeReports({ kind: "diff", outcome }, formats, "stylish", session, io, flags.quiet === true);
  if (failed !== undefined) return failed;
  return exitCodeOf([outcome], session.failOn);
}
