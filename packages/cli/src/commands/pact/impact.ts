import { exitCodeOf, failed, governDiff, inputFailure } from "@concordat/engine";
import type { CommonFlags, PactImpactFlags } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { withProgress } from "../../output/progress.ts";
import { writeReports } from "../../output/write.ts";
import { pairRequest } from "../../session/compared.ts";
import { openSession } from "../../session/open.ts";
import { failureCode } from "../../session/problems.ts";

/** `concordat pact impact`: which consumers the changes between two revisions hurt. */
export async function pactImpact(
  flags: CommonFlags & PactImpactFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { base, head, pact: pacts, scan: scans, provider, unused } = flags;
  if (pacts.length + scans.length === 0)
    return failureCode(
      inputFailure("usage", "No consumer is named. Name pacts with `--pact`, or scans of their code with `--scan`."),
      io,
    );
  const request = {
    ...(await pairRequest(base, head, {}, session)),
    consumers: { pacts, scans, provider },
    unused,
    excerpts: formats.has("html"),
  };
  const judged = await withProgress("Comparing", flags, io, () => governDiff(request, session.catalogue, session.host));
  if (failed(judged)) return failureCode(judged, io);
  const outcome = judged.value;
  const input = { kind: "diff", outcome } as const;
  const unwritten = await writeReports(input, formats, "stylish", session, io, flags);
  return unwritten ?? exitCodeOf([outcome], session.failOn);
}
