import { contractOf, type DiffRequest, exitCodeOf, failed, governDiff, inputFailure } from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag, PactFlags, ScanFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { pairRequest } from "../session/compared.ts";
import { openSession, type Session } from "../session/open.ts";
import { failureCode } from "../session/problems.ts";

/** `concordat diff`: judges two revisions. */
export async function diff(
  base: string,
  head: string,
  flags: CommonFlags & CompatibilityFlag & PactFlags & ScanFlag & { readonly crossCheck?: "oasdiff" },
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  if (flags.provider !== undefined && flags.pact.length === 0)
    return failureCode(inputFailure("usage", "`--provider` needs pacts to hold to it: name them with `--pact`."), io);
  const opened = await openSession(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const request = {
    ...(await pairRequest(base, head, flags, session)),
    consumers: await consumersOf(head, flags, session),
    excerpts: flags.verbose || formats.has("html"),
  };
  const compared = await withProgress("Comparing", flags, io, () =>
    governDiff(request, session.catalogue, session.host),
  );
  if (failed(compared)) return failureCode(compared, io);
  const outcome = compared.value;
  const unwritten = await writeReports({ kind: "diff", outcome }, formats, "stylish", session, io, flags);
  if (unwritten !== undefined) return unwritten;
  if (flags.crossCheck !== undefined) {
    const { crossCheckOasdiff, renderCrossCheck } = await import("../cross-check/oasdiff.ts");
    // The other tool knows only one direction.
    const rulings = outcome.rulings.filter(({ compatibility }) => compatibility === undefined);
    const crossed = await crossCheckOasdiff(base, head, { ...outcome, rulings }, io);
    if (failed(crossed)) return failureCode(crossed, io);
    io.stderr.write(renderCrossCheck(crossed.value));
  }
  return exitCodeOf([outcome], session.failOn);
}

/** The consumers of whom pacts or scans are named, or those of the contract that head is the description of, where pacts are to be checked. */
async function consumersOf(
  head: string,
  { pact: pacts, scan: scans, provider }: PactFlags & ScanFlag,
  { config, host }: Session,
): Promise<DiffRequest["consumers"]> {
  if (pacts.length + scans.length > 0) return { pacts, scans, provider };
  return config.checks.includes("pact") ? contractOf(head, config, host) : undefined;
}
