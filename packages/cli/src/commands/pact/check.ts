import { exitCodeOf, failed, governPactCheck, inputFailure, joinOutcomes, type Result } from "@concordat/engine";
import type { CommonFlags, PactFlags } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { withProgress } from "../../output/progress.ts";
import { writeReports } from "../../output/write.ts";
import { openSession } from "../../session/open.ts";
import { failureCode } from "../../session/problems.ts";

/** `concordat pact check`: pacts against descriptions. */
export async function pactCheck(
  flags: CommonFlags & PactFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const files = filesOf(flags);
  if (failed(files)) return failureCode(files, io);
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { config, asOf, load } = session;
  const request = { config, files: files.value, provider: flags.provider, asOf, load, excerpts: formats.has("html") };
  const checked = await withProgress("Checking pacts", flags, io, () =>
    governPactCheck(request, session.catalogue, session.host),
  );
  if (failed(checked)) return failureCode(checked, io);
  const [first, ...others] = checked.value;
  const input =
    first && others.length === 0
      ? ({ kind: "diff", outcome: first } as const)
      : ({ kind: "check", outcome: joinOutcomes(checked.value, asOf) } as const);
  const unwritten = await writeReports(input, formats, "stylish", session, io, flags);
  return unwritten ?? exitCodeOf(checked.value, session.failOn);
}

type Files = { readonly spec: string; readonly pacts: readonly string[] } | undefined;

/** What the flags name: a description with pacts, or neither. */
function filesOf({ spec, pact, provider }: PactFlags): Result<Files> {
  if (spec !== undefined && pact.length > 0) return { value: { spec, pacts: pact } };
  if (spec !== undefined)
    return inputFailure("usage", "`--spec` needs pacts to check against it: name them with `--pact`.");
  if (pact.length > 0)
    return inputFailure("usage", "`--pact` needs the description to check against: name it with `--spec`.");
  if (provider !== undefined)
    return inputFailure(
      "usage",
      "`--provider` goes with `--spec` and `--pact`. Write `provider` into concordat.yaml for a contract.",
    );
  return { value: undefined };
}
