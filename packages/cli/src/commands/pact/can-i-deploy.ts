import { failed, nodeHost } from "@concordat/engine";
import { answerJson, escapeMarkdown, type ReportName } from "@concordat/engine/report";
import type { DeploymentAnswer, DeploymentQuestion } from "@concordat/pact";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions, FormatTarget } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type BrokerFlags, openBroker } from "./broker.ts";
import { type ProblemReport, renderProblems } from "./problem-report.ts";

/** The flags of `can-i-deploy`. */
export interface CanIDeployFlags extends BrokerFlags {
  readonly pacticipant: string;
  readonly version: string;
  readonly toEnvironment?: string;
  readonly with: readonly string[];
  readonly ignore: readonly string[];
  readonly failOn: "error" | "warn" | "never";
  readonly quiet?: boolean;
}

/** `concordat pact can-i-deploy`: yes, no or unverified; only the first passes. */
export async function canIDeploy(flags: CanIDeployFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  const targets = formats.targets<ReportName>("stylish");
  const usage = (message: string) => complain([{ code: "usage", message }], io);
  const question = questionOf(flags);
  if (typeof question === "string") return usage(question);
  const host = nodeHost(io.cwd());
  const broker = await openBroker(flags, host, io);
  if (failed(broker)) return failureCode(broker, io);
  const answered = await broker.value.canIDeploy(question);
  if (failed(answered)) return failureCode(answered, io);
  const answer = answered.value;
  const render = (target: FormatTarget<ReportName>) => {
    if (target.format === "json") return answerJson(documentOf(question, answer));
    if (target.format === "stylish") return textOf(question, answer);
    if (target.format === "markdown") return markdownOf(question, answer);
    return renderProblems(reportOf(question, answer), target, io, flags);
  };
  const unwritten = await writeTexts(targets, render, host, io, flags.quiet === true);
  return unwritten ?? (answer.decision === "yes" || flags.failOn === "never" ? 0 : 1);
}

/** The question that the flags ask, or what is wrong with them. */
function questionOf(flags: CanIDeployFlags): DeploymentQuestion | string {
  const { pacticipant, version, toEnvironment } = flags;
  const versions = flags.with.map(parseVersion);
  const ignore = flags.ignore.map(parseVersion);
  if ((toEnvironment === undefined) === (versions.length === 0))
    return "Name the environment with --to-environment, or the versions with --with; one of the two.";
  const named: { pacticipant: string; version: string }[] = [];
  for (const [i, each] of versions.entries()) {
    if (each.version === undefined) return `\`${flags.with[i]}\` names no version. Write it as \`name@version\`.`;
    named.push({ ...each, version: each.version });
  }
  const against = toEnvironment === undefined ? { versions: named } : { environment: toEnvironment };
  return { pacticipant, version, against, ignore };
}

/** Reads `name@version`; names may begin with `@`. */
function parseVersion(text: string): { readonly pacticipant: string; readonly version?: string } {
  const at = text.lastIndexOf("@");
  return at <= 0 ? { pacticipant: text } : { pacticipant: text.slice(0, at), version: text.slice(at + 1) };
}

const WORDS = { yes: "Yes", no: "No", unverified: "Unverified" } as const;
const MARKS = { passed: "✓", failed: "✗", unverified: "?" } as const;

function documentOf({ pacticipant, version, against }: DeploymentQuestion, answer: DeploymentAnswer) {
  const { decision, reasons, warnings, matrix } = answer;
  return {
    answer: decision,
    pacticipant,
    version,
    ...("environment" in against ? { environment: against.environment } : { with: against.versions }),
    reasons,
    warnings,
    matrix,
  };
}

/** The answer as reports have it: what stands against the deployment is an error. */
function reportOf({ pacticipant, version }: DeploymentQuestion, answer: DeploymentAnswer): ProblemReport {
  const { decision, reasons, warnings } = answer;
  const pass = decision === "yes";
  const against = pass ? [] : reasons;
  return {
    source: pacticipant,
    version,
    pass,
    problems: [
      ...against.map((message) => ({ code: `deployment-${decision}`, message, severity: "error" as const })),
      ...warnings.map((message) => ({ code: "deployment-warning", message, severity: "warn" as const })),
    ],
  };
}

/** What was asked, and the answer in a word. */
function headingOf({ pacticipant, version, against }: DeploymentQuestion, { decision }: DeploymentAnswer): string {
  const where =
    "environment" in against
      ? `to ${against.environment}`
      : `with ${against.versions.map((each) => `${each.pacticipant} ${each.version}`).join(", ")}`;
  return `${WORDS[decision]}: ${pacticipant} ${version} ${where}`;
}

function textOf(question: DeploymentQuestion, answer: DeploymentAnswer): string {
  const rows = answer.matrix.map(({ consumer, consumerVersion, provider, providerVersion, result, ignored }) => {
    const pair = `${consumer} ${consumerVersion} → ${provider} ${providerVersion ?? "(none)"}`;
    return `  ${MARKS[result]} ${pair}  ${result}${ignored ? ", ignored" : ""}`;
  });
  return [
    headingOf(question, answer),
    ...answer.reasons.map((reason) => `  ${reason}`),
    ...answer.warnings.map((warning) => `  warning: ${warning}`),
    ...(rows.length > 0 ? ["", ...rows] : []),
    "",
  ].join("\n");
}

/** The same for a page or a comment. */
function markdownOf(question: DeploymentQuestion, answer: DeploymentAnswer): string {
  const rows = answer.matrix.map(({ consumer, consumerVersion, provider, providerVersion, result, ignored }) => {
    const cells = [`${consumer} ${consumerVersion}`, `${provider} ${providerVersion ?? "(none)"}`];
    return `| ${[...cells.map(escapeMarkdown), `${MARKS[result]} ${result}${ignored ? ", ignored" : ""}`].join(" | ")} |`;
  });
  const table = ["", "| Consumer | Provider | Result |", "| --- | --- | --- |", ...rows];
  return [
    `## ${escapeMarkdown(headingOf(question, answer))}`,
    "",
    ...answer.reasons.map((reason) => `- ${escapeMarkdown(reason)}`),
    ...answer.warnings.map((warning) => `- warning: ${escapeMarkdown(warning)}`),
    ...(rows.length > 0 ? table : []),
    "",
  ].join("\n");
}
