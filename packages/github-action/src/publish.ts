import { appendFileSync } from "node:fs";
import type { CheckOutcome, Problem, ReportContext } from "@concordat/engine";
import { reporters } from "@concordat/engine/report";

/** Where the runner takes results from. */
export interface Channels {
  /** Commands, such as annotations, go by standard output. */
  write(text: string): unknown;
  /** Files that the runner reads when the step ends; undefined outside a runner. */
  readonly outputFile: string | undefined;
  readonly summaryFile: string | undefined;
}

/** What steps after this one can read. */
export interface Outputs {
  readonly result: "pass" | "fail" | "error";
  readonly "semver-bump"?: string;
  readonly "breaking-count"?: string;
}

/** The runner drops a summary of more than 1 MiB as a whole. */
const MOST_SUMMARY_BYTES = 1024 * 1024;
const CUT = "\n\n_The rest is left out: a summary may have 1 MiB. `concordat check` prints all of it._\n";

/** Publishes what came of a check: annotations, the summary of the job, and outputs. */
export async function publishOutcome(
  outcome: CheckOutcome,
  passed: boolean,
  rules: ReportContext["rules"],
  channels: Channels,
): Promise<void> {
  const input = { kind: "check", outcome } as const;
  const context: ReportContext = { rules, colour: false };
  const [renderGithub, renderMarkdown] = await Promise.all([reporters.github(), reporters.markdown()]);
  channels.write(renderGithub(input, context));
  if (channels.summaryFile) appendFileSync(channels.summaryFile, fitSummary(renderMarkdown(input, context)));
  const breaking = outcome.contracts
    .flatMap(({ rulings }) => rulings)
    .filter(({ audience, impact, standing }) => audience === "wire" && impact === "major" && standing === "open");
  writeOutputs(channels, {
    result: passed ? "pass" : "fail",
    "semver-bump": outcome.verdict.requiredBump,
    "breaking-count": String(breaking.length),
  });
}

/** Publishes why nothing could be judged. */
export function publishProblems(problems: readonly Problem[], channels: Channels): void {
  for (const problem of problems) channels.write(`${problemCommand(problem)}\n`);
  writeOutputs(channels, { result: "error" });
}

/** A summary that the runner keeps: whole lines, as many as fit. */
export function fitSummary(text: string, mostBytes = MOST_SUMMARY_BYTES): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const fitting = Buffer.from(text).subarray(0, mostBytes - Buffer.byteLength(CUT));
  return `${fitting.subarray(0, fitting.lastIndexOf("\n")).toString("utf8")}${CUT}`;
}

function writeOutputs({ outputFile }: Channels, outputs: Outputs): void {
  if (!outputFile) return;
  appendFileSync(
    outputFile,
    Object.entries(outputs)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
}

function problemCommand({ code, message, file, line, column }: Problem): string {
  const properties = Object.entries({ file, line, col: column, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
  return `::error ${properties.join(",")}::${escapeData(message)}`;
}

/** As the runner reads them back (GitHub Actions, workflow commands). */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
