import { resolve } from "node:path";
import {
  type Config,
  exitCodeOf,
  failed,
  governLint,
  joinOutcomes,
  type Outcome,
  writeBaseline,
  yearAfter,
} from "@concordat/engine";
import type { CommonFlags } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeReports } from "../output/write.ts";
import { openSession, type Session } from "../session/open.ts";
import { failureCode } from "../session/problems.ts";
import { asksForFixes, type FixFlags, fix } from "./lint-fix.ts";

/** The flags of `lint` beside the common ones. */
export interface LintFlags extends CommonFlags, FixFlags {
  readonly base?: string;
  readonly ruleset: readonly string[];
  readonly timings?: boolean;
  readonly writeBaseline?: string;
  readonly reason: string;
  readonly owner: string;
  readonly until?: string;
}

/** Rules whose time is printed. */
const SLOWEST = 15;

/** `concordat lint`: judges descriptions, each by itself. */
export async function lint(
  sources: readonly string[],
  flags: LintFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const opened = await openSession(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { asOf, load } = session;
  const config = withRulesets(session.config, flags.ruleset, io);
  const request = { config, sources, baseRevision: flags.base, asOf, load };
  if (asksForFixes(flags)) {
    const fixed = await fix(request, flags, session, io);
    if (fixed !== undefined) return fixed;
  }
  const clock = flags.timings ? () => performance.now() : undefined;
  const linted = await withProgress("Linting", flags, io, () =>
    governLint({ ...request, clock, excerpts: flags.verbose || formats.has("html") }, session.catalogue, session.host),
  );
  if (failed(linted)) return failureCode(linted, io);
  const outcomes = linted.value;
  const [first] = outcomes;
  const input =
    outcomes.length === 1 && first
      ? ({ kind: "diff", outcome: first } as const)
      : ({ kind: "check", outcome: joinOutcomes(outcomes, asOf) } as const);
  const unwritten = await writeReports(input, formats, "stylish", session, io, flags);
  if (unwritten !== undefined) return unwritten;
  if (flags.timings) io.stderr.write(timingText(outcomes));
  if (flags.writeBaseline !== undefined) return accept(flags.writeBaseline, outcomes, flags, session, io);
  return exitCodeOf(outcomes, session.failOn);
}

/** The configuration with rulesets that the command line names. */
function withRulesets(config: Config, named: readonly string[], io: Surroundings): Config {
  if (named.length === 0) return config;
  const paths = named.map((path) => (/^https?:/.test(path) ? path : resolve(io.cwd(), path)));
  return { ...config, lint: { ...config.lint, rulesets: [...config.lint.rulesets, ...paths] } };
}

/** The rules that took longest over all descriptions. */
function timingText(outcomes: readonly Outcome[]): string {
  const totals = new Map<string, number>();
  for (const { rule, milliseconds } of outcomes.flatMap(({ sections }) => sections.timings ?? []))
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
  if (failed(written)) return failureCode(written, io);
  io.stderr.write(
    `${file}: ${written.value} findings accepted until ${expires}. Name the file as \`baseline\` of its contract.\n`,
  );
  return 0;
}
