import { contractOf, failed, inputFailure, pathFrom, type Result } from "@concordat/engine";
import { governDeprecations } from "@concordat/engine/deprecations";
import type { CommonFlags, NoticeFlag } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { noticeTerms } from "../../session/notice.ts";
import { openSession, type Session } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type HeaderFormat, renderHeaders } from "./headers.ts";
import { type DeprecationFormat, type NamedAnswer, renderDeprecations } from "./text.ts";
import { renderTimeline, type TimelineFormat } from "./timeline.ts";

/** The document about deprecations. */
export type DeprecationMode = "list" | "check" | "timeline" | "headers";

/** `concordat deprecations`: what is deprecated, whether its dates and replacements hold, and when its days are. */
export async function deprecations(
  mode: DeprecationMode,
  spec: string | undefined,
  flags: CommonFlags & NoticeFlag,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets<Format>(mode === "timeline" ? "markdown" : "stylish");
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const session = opened.value;
  const read = await answersOf(spec, flags, session);
  if (failed(read)) return failureCode(read, io);
  const answers = read.value;
  for (const { answer } of answers) complain(answer.problems, io);
  const render = async ({ format }: { readonly format: string }) => {
    if (format !== "html") return textOf(mode, answers, session.asOf, format as Format);
    const json = renderDeprecations(answers, { mode: "list", asOf: session.asOf, format: "json" });
    return (await import("../../output/page.ts")).renderPageOfJson(json);
  };
  const unwritten = await writeTexts(targets, render, session.host, io, flags.quiet === true);
  if (unwritten !== undefined) return unwritten;
  const isFaulty = answers.some(({ answer }) => answer.faults.length > 0);
  return mode === "check" && isFaulty && flags.failOn !== "never" ? 1 : 0;
}

type Format = DeprecationFormat | TimelineFormat | HeaderFormat;

function textOf(mode: DeprecationMode, answers: readonly NamedAnswer[], asOf: string, format: Format): string {
  switch (mode) {
    case "timeline":
      return renderTimeline(answers, asOf, format as TimelineFormat);
    case "headers":
      return renderHeaders(answers, asOf, format as HeaderFormat);
    case "list":
    case "check":
      return renderDeprecations(answers, { mode, asOf, format: format as DeprecationFormat });
  }
}

async function answersOf(
  spec: string | undefined,
  flags: NoticeFlag,
  session: Session,
): Promise<Result<readonly NamedAnswer[]>> {
  const { config, host, load } = session;
  const named = spec === undefined ? config.contracts.map((contract) => pathFrom(host.cwd, contract.spec)) : [spec];
  if (named.length === 0)
    return inputFailure(
      "no-contracts",
      "No description is named. Name one, or write concordat.yaml (run `concordat init`).",
    );
  const answers: NamedAnswer[] = [];
  for (const source of named) {
    const contract = await contractOf(source, config, host);
    const answer = await governDeprecations(source, { ...noticeTerms(flags, session), load, contract }, host);
    if (failed(answer)) return answer;
    answers.push({ source, answer: answer.value });
  }
  return { value: answers };
}
