import { relative } from "node:path";
import { failed, inputFailure, type Result } from "@concordat/engine";
import { governDeprecations } from "@concordat/engine/deprecations";
import type { CommonFlags, NoticeFlag } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { openSession, type Session } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type DeprecationFormat, type NamedAnswer, renderDeprecations } from "./text.ts";

/** `concordat deprecations list` and `check`: what is deprecated; and whether its dates and replacements hold. */
export async function deprecations(
  mode: "list" | "check",
  spec: string | undefined,
  flags: CommonFlags & NoticeFlag,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets<DeprecationFormat>("stylish");
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const read = await answersOf(spec, flags, session);
  if (failed(read)) return failureCode(read, io);
  const answers = read.value;
  for (const { answer } of answers) complain(answer.problems, io);
  const render = ({ format }: { readonly format: string }) =>
    renderDeprecations(answers, { mode, asOf: session.asOf, format: format as DeprecationFormat });
  const unwritten = await writeTexts(targets, render, session.host, io, flags.quiet === true);
  if (unwritten !== undefined) return unwritten;
  const isFaulty = answers.some(({ answer }) => answer.faults.length > 0);
  return mode === "check" && isFaulty && flags.failOn !== "never" ? 1 : 0;
}

async function answersOf(
  spec: string | undefined,
  { noticeDays }: NoticeFlag,
  { config, host, load }: Session,
): Promise<Result<readonly NamedAnswer[]>> {
  const chosen = spec === undefined ? config.contracts.map((contract) => relative(host.cwd, contract.spec)) : [spec];
  if (chosen.length === 0)
    return inputFailure(
      "no-contracts",
      "No description is named. Name one, or write concordat.yaml (run `concordat init`).",
    );
  // A policy that asks for no notice leaves it to what lint asks for.
  const notice = noticeDays ?? (config.policy.noticeDays || config.lint.options.noticeDays);
  const answers: NamedAnswer[] = [];
  for (const source of chosen) {
    const answer = await governDeprecations(source, { load, noticeDays: notice }, host);
    if (failed(answer)) return answer;
    answers.push({ source, answer: answer.value });
  }
  return { value: answers };
}
