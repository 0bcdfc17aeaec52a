import { resolve } from "node:path";
import { exitCodeOf, governLint, isFailure, joinOutcomes, type Outcome, writeBaseline } from "@concordat/engine";
import type { CommonFlags } from "../cli.ts";
import type { FormatOptions } from "../formats.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { failureCode, openSession, type Session, writeReports } from "./judging.ts";
import { withProgress } from "./progress.ts";

/** The flags of `lint` beside the common ones. */
export interface LintFlags extends CommonFlags {
  readonly base?: string;
  readonly timings?: boolean;
  readonly writeBaseline?: string;
  readonly reason: string;
  readonly owner: string;
  readonly until?: string;
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
  if (flags.writeBaseline !== undefined) return accept(flags.writeBaseline, outcomes, flags, session, io);
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

/** Accepts what was found, so that only what is new fails from now on. */
async function accept(
  file: string,
  outcomes: readonly Outcome[],
  { reason, owner, until }: LintFlags,
  { host, asOf }: Session,
  io: Surroundings,
): Promise<ExitCode> {
  const expires = until ?? yearAfter(asOf);
  const rulings = outcomes.flatMap((outcome) => outcome.rulings);
  const written = await writeBaseline(resolve(io.cwd(), file), rulings, { reason, owner, expires }, asOf, host);
  if (isFailure(written)) return failureCode(written, io);
  io.stderr.write(
    `${file}: ${written.count} findings accepted until ${expires}. Name the file as \`baseline\` of its contract.\n`,
  );
  return 0;
}

function yearAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4).replace("-02-29", "-02-28")}`;
}
