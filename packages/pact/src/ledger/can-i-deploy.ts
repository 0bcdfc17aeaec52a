import { compareBy } from "@concordat/engine/base";
import type { DeploymentAnswer, DeploymentQuestion, MatrixRow, PacticipantVersion } from "../broker.ts";
import type { Ledger } from "./ledger.ts";
import { latestOf, versionsIn } from "./presence.ts";
import type { Publication } from "./records.ts";

/**
 * Decides whether a version may be deployed: each pact that it has with a provider, and each that a consumer there has with it,
 * must have been verified by these very versions, the last time with success.
 */
export function canIDeploy(ledger: Ledger, question: DeploymentQuestion): DeploymentAnswer {
  const { pacticipant, against, ignore } = question;
  const others = "environment" in against ? versionsIn(ledger, against.environment) : against.versions;
  const isIgnored = (name: string, at: string | null) =>
    ignore.some((each) => each.pacticipant === name && (each.version === undefined || each.version === at));
  const known = knownVersions(ledger);
  const isKnown = (each: PacticipantVersion) => known.has(keyOf(each));
  const named = "versions" in against ? against.versions : [];
  const strangers = [question, ...named].filter(
    (each) => !isKnown(each) && (each === question || !isIgnored(each.pacticipant, each.version)),
  );
  const rows = [...rowsAsConsumer(ledger, question, others), ...rowsAsProvider(ledger, question, others)].map(
    (row): MatrixRow => {
      const result = resultOf(ledger, row);
      const { pact: _, ...rest } = row;
      const other = row.consumer === pacticipant ? row.provider : row.consumer;
      const otherVersion = row.consumer === pacticipant ? row.providerVersion : row.consumerVersion;
      return { ...rest, result, ignored: isIgnored(other, otherVersion) };
    },
  );
  const matrix = rows.sort(
    compareBy(
      ({ consumer }) => consumer,
      ({ consumerVersion }) => consumerVersion,
      ({ provider }) => provider,
      ({ providerVersion }) => providerVersion ?? "",
    ),
  );
  return {
    ...decide(question, matrix, strangers),
    warnings: ignore
      .filter((each) =>
        each.version === undefined ? !hasName(known, each.pacticipant) : !isKnown(each as PacticipantVersion),
      )
      .map((each) => `Ignoring ${nameOf(each)} changes nothing: nothing about it is recorded.`),
    matrix,
  };
}

/** A row before its result is known. */
interface OpenRow extends Omit<MatrixRow, "result" | "ignored"> {
  readonly pact: string;
}

function rowsAsConsumer(
  ledger: Ledger,
  question: DeploymentQuestion,
  others: readonly PacticipantVersion[],
): OpenRow[] {
  const { pacticipant, version, against } = question;
  return pactsOf(ledger, pacticipant, version).flatMap(({ consumer, consumerVersion, provider, pact }) => {
    const there = others.filter((other) => other.pacticipant === provider);
    // Of versions that are named one by one, only pacts between them are asked about.
    const versions = there.length === 0 && "environment" in against ? [null] : there.map((each) => each.version);
    return versions.map((providerVersion) => ({ consumer, consumerVersion, provider, providerVersion, pact }));
  });
}

function rowsAsProvider(
  ledger: Ledger,
  question: DeploymentQuestion,
  others: readonly PacticipantVersion[],
): OpenRow[] {
  return others.flatMap((other) =>
    pactsOf(ledger, other.pacticipant, other.version)
      .filter(({ provider }) => provider === question.pacticipant)
      .map(({ consumer, consumerVersion, provider, pact }) => ({
        consumer,
        consumerVersion,
        provider,
        providerVersion: question.version,
        pact,
      })),
  );
}

/** The pacts of one version of a consumer, one for each provider. */
function pactsOf({ publications }: Ledger, consumer: string, version: string): readonly Publication[] {
  const its = publications.filter((each) => each.consumer === consumer && each.consumerVersion === version);
  return [...new Map(its.map((each) => [each.provider, each])).values()];
}

/** What the last verification of a pact by a version says; of several at the same moment a failure counts. */
function resultOf({ verifications }: Ledger, { provider, providerVersion, pact }: OpenRow): MatrixRow["result"] {
  const its = verifications.filter(
    (each) => each.provider === provider && each.providerVersion === providerVersion && each.pact === pact,
  );
  const last = latestOf(its, () => []);
  if (last.length === 0) return "unverified";
  return last.every(({ success }) => success) ? "passed" : "failed";
}

function decide(
  question: DeploymentQuestion,
  matrix: readonly MatrixRow[],
  strangers: readonly PacticipantVersion[],
): Pick<DeploymentAnswer, "decision" | "reasons"> {
  const counting = matrix.filter(({ ignored }) => !ignored);
  const bad = counting.filter(({ result }) => result !== "passed");
  const reasons = [
    ...strangers.map((each) => `Nothing is recorded of ${nameOf(each)}.`),
    ...bad.map((row) => reasonOf(row, question)),
  ];
  if (strangers.length > 0 || bad.some(({ result }) => result === "failed")) return { decision: "no", reasons };
  if (bad.length > 0) return { decision: "unverified", reasons };
  const verified =
    counting.length === 1 ? "The one pact that has to hold was" : `All ${counting.length} pacts that have to hold were`;
  const why = counting.length > 0 ? `${verified} verified.` : `No pact has to hold for ${nameOf(question)}.`;
  return { decision: "yes", reasons: [why] };
}

function reasonOf(
  { consumer, consumerVersion, provider, providerVersion, result }: MatrixRow,
  { against }: DeploymentQuestion,
): string {
  const pact = `the pact of \`${consumer}\` ${consumerVersion}`;
  if (providerVersion === null)
    return `\`${consumer}\` ${consumerVersion} needs \`${provider}\`, and no version of it is recorded in \`${"environment" in against ? against.environment : ""}\`.`;
  return result === "failed"
    ? `\`${provider}\` ${providerVersion} failed the verification of ${pact}.`
    : `\`${provider}\` ${providerVersion} has not verified ${pact}.`;
}

/** Every version of which something is recorded, and every provider of a pact. */
function knownVersions({ publications, verifications, deployments, releases }: Ledger): ReadonlyMap<string, string> {
  const versions: (PacticipantVersion | { readonly pacticipant: string })[] = [
    ...publications.map(({ consumer, consumerVersion }) => ({ pacticipant: consumer, version: consumerVersion })),
    ...publications.map(({ provider }) => ({ pacticipant: provider })),
    ...verifications.map(({ provider, providerVersion }) => ({ pacticipant: provider, version: providerVersion })),
    ...[...deployments, ...releases].map(({ pacticipant, version }) => ({ pacticipant, version })),
  ];
  return new Map(versions.map((each) => [keyOf(each), each.pacticipant]));
}

function hasName(known: ReadonlyMap<string, string>, pacticipant: string): boolean {
  return [...known.values()].includes(pacticipant);
}

/** All applications of which something is recorded, sorted. */
export function pacticipantsOf(ledger: Ledger): readonly string[] {
  return [...new Set(knownVersions(ledger).values())].sort();
}

function keyOf(each: { readonly pacticipant: string; readonly version?: string }): string {
  return JSON.stringify([each.pacticipant, each.version]);
}

function nameOf({ pacticipant, version }: { readonly pacticipant: string; readonly version?: string }): string {
  return version === undefined ? `\`${pacticipant}\`` : `version ${version} of \`${pacticipant}\``;
}
