import type { Outcome } from "@concordat/engine";
import type { ReportName } from "@concordat/engine/report";
import { catalogue } from "@concordat/rules";
import type { Surroundings } from "../../io.ts";
import type { FormatTarget } from "../../output/formats.ts";
import { type ReportView, renderReport } from "../../output/write.ts";

/** An answer that is no judgement of a description, as reports show one. */
export interface ProblemReport {
  /** What the answer is about, such as an application or a command. */
  readonly source: string;
  /** Its version, if it has one. */
  readonly version: string | null;
  readonly pass: boolean;
  readonly problems: Outcome["problems"];
}

/** Renders an answer in a format that reports have beside those that a command writes itself. */
export function renderProblems(
  { source, version, pass, problems }: ProblemReport,
  target: FormatTarget<ReportName>,
  io: Surroundings,
  view: ReportView,
): Promise<string> {
  const outcome: Outcome = {
    contract: undefined,
    base: null,
    head: { source, version, openapi: "" },
    against: "alone",
    verdict: { pass, declaredBump: "none", requiredBump: "none", because: [] },
    rulings: [],
    problems,
    sections: {},
  };
  return renderReport({ kind: "diff", outcome }, target, { catalogue }, io, view);
}
