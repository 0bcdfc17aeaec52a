import { failed, nodeHost } from "@concordat/engine";
import { answerJson } from "@concordat/engine/report";
import type { DeploymentAnswer, DeploymentQuestion } from "@concordat/pact";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type BrokerFlags, openBroker } from "./broker.ts";

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
  const targets = formats.targets<string>("stylish");
  const usage = (message: string) => complain([{ code: "usage", message }], io);
  const question = questionOf(flags);
  if (typeof question === "string") return usage(question);
  const host = nodeHost(io.cwd());
  const broker = await openBroker(flags, host, io);
  if (failed(broker)) return failureCode(broker, io);
  const answered = await broker.value.canIDeploy(question);
  if (failed(answered)) return failureCode(answered, io);
  const answer = answered.value;
  const render = ({ format }: { readonly format: string }) =>
    format === "json" ? answerJson(documentOf(question, answer)) : textOf(question, answer);
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

function textOf({ pacticipant, version, against }: DeploymentQuestion, answer: DeploymentAnswer): string {
  const where =
    "environment" in against
      ? `to ${against.environment}`
      : `with ${against.versions.map((each) => `${each.pacticipant} ${each.version}`).join(", ")}`;
  const rows = answer.matrix.map(({ consumer, consumerVersion, provider, providerVersion, result, ignored }) => {
    const pair = `${consumer} ${consumerVersion} → ${provider} ${providerVersion ?? "(none)"}`;
    return `  ${MARKS[result]} ${pair}  ${result}${ignored ? ", ignored" : ""}`;
  });
  return [
    `${WORDS[answer.decision]}: ${pacticipant} ${version} ${where}`,
    ...answer.reasons.map((reason) => `  ${reason}`),
    ...answer.warnings.map((warning) => `  warning: ${warning}`),
    ...(rows.length > 0 ? ["", ...rows] : []),
    "",
  ].join("\n");
}
