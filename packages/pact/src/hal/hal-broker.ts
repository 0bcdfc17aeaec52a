import { failed, inputFailure, type Result } from "@concordat/engine";
import { isRecord, textAt } from "@concordat/engine/base";
import type { Broker, Placement, PublicationRequest } from "../broker.ts";
import type { Send } from "../world/http.ts";
import { Hal, linksOf, noticesOf, type Resource } from "./hal.ts";
import { answerOf, matrixQuery } from "./matrix.ts";
import type { BrokerSettings } from "./settings.ts";
import { pactsToVerify, recordVerification } from "./verifications.ts";

/** How deployments and releases are called in a Pact Broker. */
const KINDS = {
  deployment: {
    record: "pb:record-deployment",
    current: "pb:currently-deployed-deployed-versions",
    list: "deployedVersions",
    end: { currentlyDeployed: false },
  },
  release: {
    record: "pb:record-release",
    current: "pb:currently-supported-released-versions",
    list: "releasedVersions",
    end: { currentlySupported: false },
  },
} as const;

type Kind = (typeof KINDS)[keyof typeof KINDS];

/** A broker that is a Pact Broker or PactFlow, over HTTP. */
export function halBroker(settings: BrokerSettings, send: Send): Broker {
  const hal = new Hal(settings, send);
  return {
    publish: (request) => publish(hal, request),
    pactsToVerify: (query) => pactsToVerify(hal, query),
    recordVerification: (record) => recordVerification(hal, record),
    recordDeployment: (placement, instance) => {
      const body = instance === undefined ? {} : { applicationInstance: instance, target: instance };
      return placement.ended
        ? end(hal, KINDS.deployment, placement, instance)
        : record(hal, KINDS.deployment, placement, body);
    },
    recordRelease: (placement) =>
      placement.ended ? end(hal, KINDS.release, placement, undefined) : record(hal, KINDS.release, placement, {}),
    canIDeploy: async (question) => {
      const answer = await hal.get(hal.below("matrix", matrixQuery(question)));
      return failed(answer) ? answer : { value: answerOf(answer.value.body) };
    },
  };
}

async function publish(hal: Hal, request: PublicationRequest): Promise<Result<readonly string[]>> {
  const { consumer, consumerVersion, branch, tags, buildUrl, merge, pacts } = request;
  const sent = await hal.sendFromIndex(
    "pb:publish-contracts",
    {},
    {
      method: "POST",
      body: {
        pacticipantName: consumer,
        pacticipantVersionNumber: consumerVersion,
        ...(branch !== undefined && { branch }),
        tags,
        ...(buildUrl !== undefined && { buildUrl }),
        contracts: pacts.map(({ provider, text }) => ({
          consumerName: consumer,
          providerName: provider,
          specification: "pact",
          contentType: "application/json",
          content: Buffer.from(text, "utf8").toString("base64"),
          onConflict: merge ? "merge" : "overwrite",
        })),
      },
    },
  );
  if (failed(sent)) return sent;
  const notices = noticesOf(sent.value.body);
  return {
    value:
      notices.length > 0
        ? notices
        : pacts.map(({ provider }) => `Published the pact of \`${consumer}\` ${consumerVersion} with \`${provider}\`.`),
  };
}

async function record(hal: Hal, kind: Kind, placement: Placement, body: object): Promise<Result<string>> {
  const { pacticipant, version, environment } = placement;
  const found = await hal.getFromIndex("pb:pacticipant-version", { pacticipant, version });
  if (failed(found)) return found;
  const link = linksOf(found.value, kind.record).find(({ name }) => name === environment);
  if (link === undefined) return unknownEnvironment(hal, environment);
  const url = hal.resolve(found.value, link.href);
  if (failed(url)) return url;
  const sent = await hal.send(url.value, { method: "POST", body });
  return failed(sent) ? sent : { value: `Recorded \`${pacticipant}\` ${version} in \`${environment}\`.` };
}

async function end(hal: Hal, kind: Kind, placement: Placement, instance: string | undefined): Promise<Result<string>> {
  const { pacticipant, version, environment } = placement;
  const current = await currentVersions(hal, kind, placement);
  if (failed(current)) return current;
  const { resource, versions } = current.value;
  const its = versions.find(
    (each) =>
      textAt(each, "applicationInstance") === instance &&
      (textAt(each, "_embedded", "version", "number") ?? version) === version,
  );
  const href = textAt(its, "_links", "self", "href");
  if (href === undefined)
    return inputFailure(
      "not-there",
      `\`${pacticipant}\` ${version}${instance === undefined ? "" : ` at \`${instance}\``} is not in \`${environment}\`.`,
    );
  const url = hal.resolve(resource, href);
  if (failed(url)) return url;
  const sent = await hal.send(url.value, {
    method: "PATCH",
    body: kind.end,
    contentType: "application/merge-patch+json",
  });
  return failed(sent) ? sent : { value: `\`${pacticipant}\` ${version} is no longer in \`${environment}\`.` };
}

/** The versions of an application that are in an environment. */
async function currentVersions(
  hal: Hal,
  kind: Kind,
  { pacticipant, environment }: Placement,
): Promise<Result<{ readonly resource: Resource; readonly versions: readonly unknown[] }>> {
  const environments = await hal.getFromIndex("pb:environments");
  if (failed(environments)) return environments;
  const link = linksOf(environments.value, "pb:environments").find(({ name }) => name === environment);
  if (link === undefined) return unknownEnvironment(hal, environment);
  const its = hal.resolve(environments.value, link.href);
  if (failed(its)) return its;
  const found = await hal.get(its.value);
  if (failed(found)) return found;
  const list = hal.link(found.value, kind.current);
  if (failed(list)) return list;
  list.value.searchParams.set("pacticipant", pacticipant);
  const resource = await hal.get(list.value);
  if (failed(resource)) return resource;
  const embedded = resource.value.body["_embedded"];
  const versions = isRecord(embedded) ? embedded[kind.list] : undefined;
  return { value: { resource: resource.value, versions: Array.isArray(versions) ? versions : [] } };
}

async function unknownEnvironment(hal: Hal, environment: string): Promise<Result<never>> {
  const environments = await hal.getFromIndex("pb:environments");
  if (failed(environments)) return environments;
  const known = linksOf(environments.value, "pb:environments").map(({ name }) => `\`${name}\``);
  return inputFailure(
    "environment-unknown",
    known.includes(`\`${environment}\``)
      ? `The Pact Broker does not let this version be recorded in \`${environment}\`.`
      : `The Pact Broker has no environment \`${environment}\`. ${known.length > 0 ? `It has ${known.join(", ")}.` : "It has none: create one first."}`,
  );
}
