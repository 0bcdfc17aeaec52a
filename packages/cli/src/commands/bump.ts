import { resolve } from "node:path";
import {
  bumpVersion,
  type Failure,
  failed,
  governDiff,
  impactRank,
  type Outcome,
  type Policy,
  type Problem,
  type Result,
  writeVersion,
} from "@concordat/engine";
import { answerJson, oneLine, plainLines } from "@concordat/engine/report";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeTexts } from "../output/write.ts";
import { compareContracts, pairOf, pairRequest } from "../session/compared.ts";
import { openSession, type Session, withRulesOfTeam } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** The flags of `bump` beside the common ones. */
export interface BumpFlags extends CommonFlags, CompatibilityFlag {
  readonly base?: string;
  readonly policy?: "base" | "head";
  readonly write?: boolean;
}

/** `concordat bump`: what versions must become, of a pair or of contracts, and with `--write` makes it so. */
export async function bump(
  sources: readonly string[],
  flags: BumpFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets("stylish");
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const head = pairOf(sources, session.config)?.[1];
  if (flags.write && head !== undefined && /^(?:git|https?):/.test(head))
    return usage(`\`bump --write\` writes to a file, and \`${head}\` is not one. Name a file.`, io);
  const compared = await withProgress("Comparing", flags, io, () => compare(sources, flags, session));
  if (failed(compared)) return failureCode(compared, io);
  const told: Told[] = [];
  const unwritten: Failure[] = [];
  for (const each of compared.value) {
    const step = stepOf(each);
    const written = flags.write ? await write(step, each.file, session) : { value: null };
    if (failed(written)) unwritten.push(written);
    told.push({ ...each, ...step, written: failed(written) ? null : written.value });
  }
  const isPair = head !== undefined;
  const render = ({ format }: { readonly format: string }) =>
    format === "json" ? answerJson(bumpJson(told, isPair)) : bumpText(told, isPair);
  const unprinted = await writeTexts(targets, render, session.host, io, flags.quiet === true);
  if (unprinted !== undefined) return unprinted;
  const [failure] = unwritten;
  if (failure !== undefined)
    return failureCode({ ...failure, problems: unwritten.flatMap(({ problems }) => problems) }, io);
  const unsaid = told.filter(
    ({ short, next, outcome }) => short && next === null && (flags.write || !outcome.verdict.pass),
  );
  if (unsaid.length > 0) return complain(unsaid.map(noNextVersion), io, 1);
  const isDone = told.every(({ outcome, written }) => outcome.verdict.pass || written !== null);
  return isDone || flags.failOn === "never" ? 0 : 1;
}

async function compare(
  sources: readonly string[],
  flags: BumpFlags,
  session: Session,
): Promise<Result<readonly Compared[]>> {
  const { config, host } = session;
  const pair = pairOf(sources, config);
  if (pair !== undefined) {
    const extended = await withRulesOfTeam(session);
    if (failed(extended)) return extended;
    const [base, head] = pair;
    const request = await pairRequest(base, head, flags, session);
    const outcome = await governDiff(request, extended.value.catalogue, host);
    return failed(outcome) ? outcome : { value: [{ outcome: outcome.value, policy: config.policy, file: head }] };
  }
  const { compatibility } = flags;
  const checked = await compareContracts(sources, flags, session, { compatibility });
  if (failed(checked)) return checked;
  return {
    value: checked.value.contracts.map((outcome) => {
      const policy = config.contracts.find(({ name }) => name === outcome.contract)?.policy ?? config.policy;
      return { outcome, policy, file: outcome.head.source };
    }),
  };
}

/** What a version is of, and what changed. */
interface Compared {
  readonly outcome: Outcome;
  readonly policy: Policy;
  /** The description of head. */
  readonly file: string;
}

/** How far the declared version is from the required one. */
interface Step {
  /** Whether the declared bump is less than the required one, if only by what the verdict lets pass. */
  readonly short: boolean;
  /** The version that the required bump leads to from base's; null where the style of versions leaves it to people. */
  readonly next: string | null;
}

interface Told extends Compared, Step {
  /** The version that was written; null where none was. */
  readonly written: string | null;
}

function stepOf({ outcome: { verdict, base }, policy: { versionStyle, initialDevelopment } }: Compared): Step {
  const { requiredBump, declaredBump } = verdict;
  const from = base?.version ?? undefined;
  const next = from === undefined ? undefined : bumpVersion(from, requiredBump, versionStyle, initialDevelopment);
  return { short: impactRank(declaredBump) < impactRank(requiredBump), next: next ?? null };
}

/** Writes the version where the declared one falls short, and answers it; null where there is nothing to write. */
async function write({ short, next }: Step, head: string, { host }: Session): Promise<Result<string | null>> {
  return !short || next === null ? { value: null } : writeVersion(resolve(host.cwd, head), next, host);
}

/** A pair is printed by itself, contracts as a list. */
function bumpJson(told: readonly Told[], isPair: boolean): Readonly<Record<string, unknown>> {
  const parts = told.map(({ outcome: { contract, base, head, verdict }, next, written }) => ({
    ...(!isPair && { contract }),
    base,
    head,
    verdict,
    next,
    written,
  }));
  const [pair] = parts;
  return isPair && pair !== undefined ? pair : { contracts: parts };
}

function bumpText(told: readonly Told[], isPair: boolean): string {
  const blocks = told.map((each) => {
    const lines = stepLines(each).map(oneLine);
    return isPair ? lines : [oneLine(each.outcome.contract ?? each.file), ...lines.map((line) => `  ${line}`)];
  });
  return plainLines(`${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`);
}

function stepLines({ outcome: { base, head, verdict }, short, next, written, file }: Told): string[] {
  const { requiredBump, declaredBump } = verdict;
  return [
    `required: ${requiredBump}`,
    `declared: ${declaredBump} (${base?.version ?? "no version"} → ${head.version ?? "no version"})`,
    ...(written === null ? (short && next !== null ? [`next:     ${next}`] : []) : [`written:  ${written} to ${file}`]),
  ];
}

function noNextVersion({ outcome: { base }, file }: Told): Problem {
  return {
    code: "version-style",
    message: `The version \`${base?.version ?? ""}\` has no known next version. Choose the next one yourself.`,
    file,
  };
}

function usage(message: string, io: Surroundings): ExitCode {
  return complain([{ code: "usage", message }], io);
}
