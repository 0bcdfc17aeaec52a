import { resolve } from "node:path";
import {
  bumpVersion,
  failed,
  governDiff,
  impactRank,
  type Outcome,
  type Policy,
  type Problem,
  type Result,
  withCompatibility,
  writeVersion,
} from "@concordat/engine";
import { answerJson, oneLine, plainLines } from "@concordat/engine/report";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeTexts } from "../output/write.ts";
import { openSession, type Session } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

const FORMATS: readonly string[] = ["stylish", "json"];

/** `concordat bump`: what the version must become, and with `--write` makes it so. */
export async function bump(
  base: string,
  head: string,
  flags: CommonFlags & CompatibilityFlag & { readonly write?: boolean },
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets("stylish");
  const refused = targets.find(({ format }) => !FORMATS.includes(format));
  if (refused !== undefined)
    return usage(`\`bump\` has no format \`${refused.format}\`. It has: ${FORMATS.join(", ")}.`, io);
  if (flags.write && /^(?:git|https?):/.test(head))
    return usage(`\`bump --write\` writes to a file, and \`${head}\` is none. Name a file.`, io);
  const opened = await openSession(flags, io);
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const { config, asOf, load, catalogue, host } = session;
  const compared = await withProgress("Comparing", flags, io, () =>
    governDiff(
      { base, head, asOf, load, policy: withCompatibility(config.policy, flags.compatibility) },
      catalogue,
      host,
    ),
  );
  if (failed(compared)) return failureCode(compared, io);
  const outcome = compared.value;
  const step = stepOf(outcome, config.policy);
  const written = flags.write ? await write(step, head, session) : { value: null };
  const told = { ...step, written: failed(written) ? null : written.value };
  const render = ({ format }: { readonly format: string }) =>
    format === "json" ? answerJson(bumpJson(outcome, told)) : bumpText(outcome, told, head);
  const unwritten = await writeTexts(targets, render, host, io, flags.quiet === true);
  if (unwritten !== undefined) return unwritten;
  if (failed(written)) return failureCode(written, io);
  const { pass } = outcome.verdict;
  if (step.short && step.next === null && (flags.write || !pass)) return complain([unsaid(outcome)], io, 1);
  return pass || told.written !== null || flags.failOn === "never" ? 0 : 1;
}

/** How far the declared version is from the required one. */
interface Step {
  /** Whether the declared bump is less than the required one, if only by what the verdict lets pass. */
  readonly short: boolean;
  /** The version that the required bump leads to from base's; null where the style of versions leaves it to people. */
  readonly next: string | null;
}

interface ToldStep extends Step {
  /** The version that was written; null where none was. */
  readonly written: string | null;
}

function stepOf({ verdict, base }: Outcome, { versionStyle, initialDevelopment }: Policy): Step {
  const { requiredBump, declaredBump } = verdict;
  const from = base?.version ?? undefined;
  const next = from === undefined ? undefined : bumpVersion(from, requiredBump, versionStyle, initialDevelopment);
  return { short: impactRank(declaredBump) < impactRank(requiredBump), next: next ?? null };
}

/** Writes the version where the declared one falls short, and answers it; null where there is nothing to write. */
async function write({ short, next }: Step, head: string, { host }: Session): Promise<Result<string | null>> {
  return !short || next === null ? { value: null } : writeVersion(resolve(host.cwd, head), next, host);
}

function bumpJson({ base, head, verdict }: Outcome, { next, written }: ToldStep): Readonly<Record<string, unknown>> {
  return { base, head, verdict, next, written };
}

function bumpText({ base, head, verdict }: Outcome, { short, next, written }: ToldStep, file: string): string {
  const { requiredBump, declaredBump } = verdict;
  const lines = [
    `required: ${requiredBump}`,
    `declared: ${declaredBump} (${base?.version ?? "no version"} → ${head.version ?? "no version"})`,
    ...(written === null ? (short && next !== null ? [`next:     ${next}`] : []) : [`written:  ${written} to ${file}`]),
  ];
  return plainLines(`${lines.map(oneLine).join("\n")}\n`);
}

function unsaid({ base }: Outcome): Problem {
  return {
    code: "version-style",
    message: `The version \`${base?.version ?? ""}\` does not say what comes next. Choose it yourself.`,
  };
}

function usage(message: string, io: Surroundings): ExitCode {
  return complain([{ code: "usage", message }], io);
}
