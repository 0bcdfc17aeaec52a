import { appendFileSync } from "node:fs";
import type { CheckOutcome, Problem, ReportContext } from "@concordat/engine";
import { reporters, workflowCommand } from "@concordat/engine/report";
import type { Approval } from "./approval.ts";
import type { CommentInputs } from "./inputs.ts";
import { type Outputs, outputText } from "./outputs.ts";

/** Where the runner takes results from. */
export interface Channels {
  /** Commands, such as annotations, go by standard output. */
  write(text: string): unknown;
  /** Files that the runner reads when the step ends; undefined outside a runner. */
  readonly outputFile: string | undefined;
  readonly summaryFile: string | undefined;
}

/** What the comment and the summary say about a run. */
export interface Told {
  readonly outcome: CheckOutcome;
  readonly result: Outputs["result"];
  readonly approval: Approval;
  readonly notes: readonly string[];
  readonly rules: ReportContext["rules"];
  readonly links: NonNullable<ReportContext["links"]>;
}

/** The runner drops a summary of more than 1 MiB as a whole; steps of one job share nothing. */
const MOST_SUMMARY_BYTES = 1024 * 1024;

/** The text for reviewers, within what its place can hold. */
export async function reviewText(
  { outcome, result, approval, notes, rules, links }: Told,
  { failOn, approveLabel }: CommentInputs,
  mostBytes: number,
): Promise<string> {
  const { approved, by } = approval;
  const label = approveLabel && { label: approveLabel, approved, ...(by !== undefined && { by }) };
  const context = {
    rules,
    colour: false,
    links,
    review: { result, failOn, approval: label || undefined, notes, mostBytes },
  };
  const render = await reporters.markdown();
  return render({ kind: "check", outcome }, context);
}

/** Adds to the summary of the job. */
export async function publishSummary(told: Told, inputs: CommentInputs, { summaryFile }: Channels): Promise<void> {
  if (summaryFile) appendFileSync(summaryFile, await reviewText(told, inputs, MOST_SUMMARY_BYTES));
}

/** Writes annotations; those in files that a change touches come first. */
export async function publishAnnotations(
  outcome: CheckOutcome,
  rules: ReportContext["rules"],
  plan: { readonly most: number; readonly touched: ReadonlySet<string> },
  channels: Channels,
): Promise<void> {
  const render = await reporters.github();
  const context = { rules, colour: false, annotations: plan };
  channels.write(render({ kind: "check", outcome }, context));
}

/** Leaves outputs for later steps. */
export function publishOutputs(outputs: Outputs, { outputFile }: Channels): void {
  if (outputFile) appendFileSync(outputFile, outputText(outputs));
}

/** Says what is wrong, where it is. */
export function publishProblems(problems: readonly Problem[], channels: Channels): void {
  for (const { code, message, file, line, column } of problems)
    channels.write(`${workflowCommand("error", { file, line, col: column, title: code }, message)}\n`);
}

/** Says something beside the verdict. */
export function publishNotice(message: string, channels: Channels): void {
  channels.write(`${workflowCommand("notice", { title: "Concordat" }, message)}\n`);
}
