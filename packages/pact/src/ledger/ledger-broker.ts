import { join } from "node:path";
import { failed, type Host, inputFailure, pathFrom, type Result, together } from "@concordat/engine";
import type { Broker, DeploymentQuestion, PactToVerify, Placement, PublicationRequest } from "../broker.ts";
import { canIDeploy, pacticipantsOf } from "./can-i-deploy.ts";
import { appendPact, appendRecord, type Ledger, readLedger, readPactText } from "./ledger.ts";
import { environmentsOf, latestOf, versionsIn } from "./presence.ts";
import { type LedgerRecord, writtenPact, writtenRecord } from "./records.ts";

/** Where a ledger is, and what is allowed to be new in it. */
export interface LedgerOptions {
  /** An absolute path. */
  readonly folder: string;
  /** Whether an environment in which nothing was recorded yet is meant so, and no slip. */
  readonly newEnvironment: boolean;
}

/** A broker that keeps its records as files. */
export function ledgerBroker(host: Host, { folder, newEnvironment }: LedgerOptions): Broker {
  /** What a reader makes of the ledger, once names are known to be no slips. */
  const reading = async <T>(
    environment: string | undefined,
    read: (ledger: Ledger) => Result<T>,
  ): Promise<Result<T>> => {
    const ledger = await readLedger(host, folder);
    if (failed(ledger)) return ledger;
    const slip =
      environment === undefined || newEnvironment ? undefined : unknownEnvironment(ledger.value, environment);
    return slip === undefined ? read(ledger.value) : inputFailure("environment-unknown", slip);
  };
  const append = async (record: Result<LedgerRecord>, done: string): Promise<Result<string>> => {
    if (failed(record)) return record;
    const written = await appendRecord(host, folder, record.value);
    return failed(written) ? written : { value: `${done} (${written.value.path}).` };
  };
  return {
    publish: (request) => publish(host, folder, request),
    pactsToVerify: ({ provider }) => pactsToVerify(host, folder, provider),
    recordVerification: async ({ pact, consumer, provider, providerVersion, description = null, success, at }) => {
      const { hash } = writtenPact(pact.text);
      const record = { kind: "verification" as const, consumer, provider, providerVersion, pact: hash, description };
      const what = `that \`${provider}\` ${providerVersion} ${success ? "keeps" : "breaks"} the pact of \`${consumer}\``;
      return append({ value: { ...record, success, at } }, `Recorded ${what}`);
    },
    recordDeployment: async (placement, applicationInstance) => {
      const instance = applicationInstance ?? null;
      const record = await reading(placement.environment, (ledger) => {
        const its = ledger.deployments.filter(
          (each) => each.environment === placement.environment && each.applicationInstance === instance,
        );
        const missing = endOfNothing(placement, its);
        return missing
          ? inputFailure("not-deployed", missing)
          : { value: { kind: "deployment" as const, ...placement, applicationInstance: instance } };
      });
      return append(record, `${placement.ended ? "Ended" : "Recorded"} the deployment of ${placeText(placement)}`);
    },
    recordRelease: async (placement) => {
      const record = await reading(placement.environment, (ledger) => {
        const its = ledger.releases.filter(
          (each) => each.environment === placement.environment && each.version === placement.version,
        );
        const missing = endOfNothing(placement, its);
        return missing ? inputFailure("not-released", missing) : { value: { kind: "release" as const, ...placement } };
      });
      return append(record, `${placement.ended ? "Ended" : "Recorded"} the release of ${placeText(placement)}`);
    },
    canIDeploy: (question) =>
      reading("environment" in question.against ? question.against.environment : undefined, (ledger) => {
        const slip = unknownPacticipant(ledger, question);
        return slip ? inputFailure("pacticipant-unknown", slip) : { value: canIDeploy(ledger, question) };
      }),
  };
}

async function publish(
  host: Host,
  folder: string,
  { consumer, consumerVersion, branch, tags, pacts }: PublicationRequest,
): Promise<Result<readonly string[]>> {
  const ledger = await readLedger(host, folder);
  if (failed(ledger)) return ledger;
  const done: string[] = [];
  for (const { provider, text } of pacts) {
    const { hash } = writtenPact(text);
    const other = ledger.value.publications.find(
      (each) =>
        each.consumer === consumer &&
        each.consumerVersion === consumerVersion &&
        each.provider === provider &&
        each.pact !== hash,
    );
    const pact = `the pact of \`${consumer}\` ${consumerVersion} with \`${provider}\``;
    if (other)
      return inputFailure(
        "publication-changed",
        `The ledger has ${pact} already, with other content. Publish changed content under a new version.`,
        { file: pathFrom(host.cwd, join(folder, writtenRecord(other).path)) },
      );
    const record = { kind: "publication" as const, consumer, consumerVersion, provider, pact: hash };
    const kept = await appendPact(host, folder, text);
    if (failed(kept)) return kept;
    const written = await appendRecord(host, folder, { ...record, branch: branch ?? null, tags: [...tags].sort() });
    if (failed(written)) return written;
    done.push(`Published ${pact} (${written.value.path}).`);
  }
  return { value: done };
}

/** The pacts that versions in any environment have with a provider, each once. */
async function pactsToVerify(host: Host, folder: string, provider: string): Promise<Result<readonly PactToVerify[]>> {
  const ledger = await readLedger(host, folder);
  if (failed(ledger)) return ledger;
  const present = environmentsOf(ledger.value).flatMap((environment) => versionsIn(ledger.value, environment));
  const its = ledger.value.publications.filter(
    (each) =>
      each.provider === provider &&
      present.some(({ pacticipant, version }) => pacticipant === each.consumer && version === each.consumerVersion),
  );
  const pacts = [...new Map(its.map((each) => [each.pact, each])).values()].map(
    async ({ consumer, consumerVersion, pact }) => {
      const text = await readPactText(host, folder, pact);
      const name = `the pact of ${consumer} ${consumerVersion}`;
      return failed(text) ? text : { value: { name, text: text.value, pending: false, notices: [] } };
    },
  );
  return together(await Promise.all(pacts));
}

function unknownEnvironment(ledger: Ledger, environment: string): string | undefined {
  const known = environmentsOf(ledger);
  if (known.includes(environment)) return undefined;
  const there = known.length === 0 ? "No environment has records yet." : `Known: ${quoted(known)}.`;
  return `Nothing was ever recorded in the environment \`${environment}\`. ${there} If it is new, add --new-environment.`;
}

function unknownPacticipant(ledger: Ledger, { pacticipant, against }: DeploymentQuestion): string | undefined {
  const known = pacticipantsOf(ledger);
  const named = [pacticipant, ...("versions" in against ? against.versions.map((each) => each.pacticipant) : [])];
  const unknown = named.find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const there = known.length === 0 ? "The ledger has no records." : `Known: ${quoted(known)}.`;
  return `Nothing was ever recorded of \`${unknown}\`. ${there}`;
}

/** Why there is nothing to end; undefined where there is, or where nothing is to be ended. */
function endOfNothing(placement: Placement, records: readonly Placement[]): string | undefined {
  if (!placement.ended) return undefined;
  const last = latestOf(
    records.filter(({ pacticipant }) => pacticipant === placement.pacticipant),
    () => [],
  ).filter(({ ended }) => !ended);
  if (last.some(({ version }) => version === placement.version)) return undefined;
  const there = last.length === 0 ? "none is" : `${last.map(({ version }) => version).join(" and ")} is`;
  return `\`${placement.pacticipant}\` ${placement.version} is not in \`${placement.environment}\`; ${there}.`;
}

function placeText({ pacticipant, version, environment }: Placement): string {
  return `\`${pacticipant}\` ${version} in \`${environment}\``;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
