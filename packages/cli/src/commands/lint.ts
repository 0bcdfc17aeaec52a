import { exitCodeOf, governLint, isFailure, joinOutcomes, type Outcome } from "@concordat/engine";
import type { CommonFlags } from "../cli.ts";
import type { FormatOptions } from "../formats.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { failureCode, openSession, writeReports } from "./judging.ts";
import { withProgress } from "./progress.ts";

/** The flags of `lint` beside the common ones. */
export interface LintFlags extends CommonFlags {
  readonly base?: string;
  readonly timings?: boolean;
}

/** Rules whose time is told. */
const SLOWEST = 15;

/** `concordat lint`: judges descriptions, each by itself. */
export async function lint(
  sources: readonly string[],
  flags: LintFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const session = await openSession(flags, io);
  if (typeof session === "number") return session;
  const { config, asOf, load } = session;
  const clock = flags.timings ? () => performance.now() : undefined;
  const outcomes = await withProgress("Linting", flags, io, () =>
    governLint({ config, sources, baseRevision: flags.base, asOf, load, clock }, session.catalogue, session.host),
  );
  if (isFailure(outcomes)) return failureCode(outcomes, io);
  const [first] = outcomes;
  const input =
    outcomes.length === 1 && first
      ? ({ kind: "diff", outcome: first } as const)
      : ({ kind: "check", outcome: joinOutcomes(outcomes, asOf) } as const);
  const failed = await writeReports(input, formats, "stylish", session, io, flags.quiet === true);
  if (failed !== undefined) return failed;
  if (flags.timings) io.stderr.write(timingText(outcomes));
  return exitCodeOf(outcomes, session.failOn);
}

/** The rules that took longest over all descriptions. */
function timingText(outcomes: readonly Outcome[]): string {
  const totals = new Map<string, number>();
  for (const { rule, milliseconds } of outcomes.flatMap(({ timings = [] }) => timings))
    totals.set(rule, (totals.get(rule) ?? 0) + milliseconds);
  const slowest = [...totals].sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
  return slowest.map(([rule, milliseconds]) => `${milliseconds.toFixed(1).padStart(8)} ms  ${rule}\n`).join("");
}
