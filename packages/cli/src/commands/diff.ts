import { counts, governDiff, isFailure, type Outcome } from "@concordat/engine";
import type { CommonFlags } from "../cli.ts";
import type { FormatOptions } from "../formats.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { failureCode, openSession, type Session, writeReports } from "./judging.ts";
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
  return exitCodeOf([outcome], session);
}

/** 1 where a verdict fails, a finding counts, or head brings a problem; else 0. */
export function exitCodeOf(outcomes: readonly Outcome[], { failOn }: Session): ExitCode {
  if (failOn === "never") return 0;
  const objected = outcomes.some(
    ({ verdict, rulings, problems }) =>
      !verdict.pass ||
      rulings.some((ruling) => counts(ruling, failOn, verdict.declaredBump)) ||
      problems.some(({ severity }) => severity === "error" || failOn === "warn"),
  );
  return objected ? 1 : 0;
}
