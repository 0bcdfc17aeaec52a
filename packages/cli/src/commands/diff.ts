import { exitCodeOf, governDiff, isFailure, withCompatibility } from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { openSession } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** `concordat diff`: judges two revisions. */
export async function diff(
  base: string,
  head: string,
  flags: CommonFlags & CompatibilityFlag & { readonly crossCheck?: "oasdiff" },
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const session = await openSession(flags, io);
  if (typeof session === "number") return session;
  const policy = withCompatibility(session.config.policy, flags.compatibility);
  const request = { base, head, asOf: session.asOf, load: session.load, policy };
  const outcome = await withProgress("Comparing", flags, io, () =>
    governDiff(request, session.catalogue, session.host),
  );
  if (isFailure(outcome)) return failureCode(outcome, io);
  const failed = await writeReports({ kind: "diff", outcome }, formats, "stylish", session, io, flags.quiet === true);
  if (failed !== undefined) return failed;
  if (flags.crossCheck !== undefined) {
    const { crossCheckOasdiff, renderCrossCheck } = await import("../cross-check/oasdiff.ts");
    // The other tool knows only one direction.
    const rulings = outcome.rulings.filter(({ compatibility }) => compatibility === undefined);
    const crossed = await crossCheckOasdiff(base, head, { ...outcome, rulings }, io);
    if ("code" in crossed) return complain([crossed], io, 3);
    io.stderr.write(renderCrossCheck(crossed));
  }
  return exitCodeOf([outcome], session.failOn);
}
