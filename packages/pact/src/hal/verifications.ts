import { failed, inputFailure, type Result, together } from "@concordat/engine";
import { isRecord, textAt } from "@concordat/engine/base";
import type { PactToVerify, VerificationQuery, VerificationRecord } from "../broker.ts";
import { type Hal, noticesOf, type Resource } from "./hal.ts";

const LISTLESS =
  "The Pact Broker's answer has no list of pacts to verify (`_embedded.pacts`). Check that PACT_BROKER_BASE_URL names a Pact Broker.";

/** The pacts that a Pact Broker chooses for a provider, with those that are pending or in work where they are asked for. */
export async function pactsToVerify(hal: Hal, query: VerificationQuery): Promise<Result<readonly PactToVerify[]>> {
  const { provider, selectors, includePending, includeWipSince, providerBranch, providerTags } = query;
  const chosen = await hal.sendFromIndex(
    "pb:provider-pacts-for-verification",
    { provider },
    {
      method: "POST",
      body: {
        ...(selectors.length > 0 && { consumerVersionSelectors: selectors }),
        includePendingStatus: includePending,
        ...(includeWipSince !== undefined && { includeWipPactsSince: includeWipSince }),
        ...(providerBranch !== undefined && { providerVersionBranch: providerBranch }),
        ...(providerTags.length > 0 && { providerVersionTags: providerTags }),
      },
    },
  );
  if (failed(chosen)) return chosen;
  const embedded = chosen.value.body["_embedded"];
  const pacts = isRecord(embedded) ? embedded["pacts"] : undefined;
  if (!Array.isArray(pacts)) return { failure: "tool", problems: [{ code: "broker", message: LISTLESS }] };
  return together(await Promise.all(pacts.map((pact) => fetchPact(hal, chosen.value, pact))));
}

async function fetchPact(hal: Hal, list: Resource, pact: unknown): Promise<Result<PactToVerify>> {
  const url = hal.resolve(list, textAt(pact, "_links", "self", "href") ?? "");
  if (failed(url)) return url;
  const fetched = await hal.get(url.value);
  if (failed(fetched)) return fetched;
  const results = hal.link(fetched.value, "pb:publish-verification-results");
  if (failed(results)) return results;
  const properties = isRecord(pact) && isRecord(pact["verificationProperties"]) ? pact["verificationProperties"] : {};
  return {
    value: {
      name: textAt(pact, "_links", "self", "name") ?? url.value.pathname,
      text: fetched.value.text,
      pending: properties["pending"] === true,
      notices: noticesOf(properties),
      resultsUrl: results.value,
    },
  };
}

/** Says of which branch and tags a version of a provider is, and publishes what came of a verification. */
export async function recordVerification(hal: Hal, record: VerificationRecord): Promise<Result<string>> {
  const { pact, consumer, provider, providerVersion, providerBranch, providerTags, buildUrl, success } = record;
  if (pact.resultsUrl === undefined)
    return inputFailure(
      "results-homeless",
      `${pact.name} is a file, and a Pact Broker takes results only of pacts that it has. Name no files, so that the broker chooses the pacts.`,
    );
  const version = { pacticipant: provider, version: providerVersion };
  const marks = [
    ...(providerBranch === undefined ? [] : [["pb:pacticipant-branch-version", { branch: providerBranch }] as const]),
    ...providerTags.map((tag) => ["pb:pacticipant-version-tag", { tag }] as const),
  ];
  for (const [relation, parameters] of marks) {
    const marked = await hal.sendFromIndex(relation, { ...version, ...parameters }, { method: "PUT", body: {} });
    if (failed(marked)) return marked;
  }
  const sent = await hal.send(pact.resultsUrl, {
    method: "POST",
    body: {
      success,
      providerApplicationVersion: providerVersion,
      verifiedBy: { implementation: "concordat" },
      ...(buildUrl !== undefined && { buildUrl }),
    },
  });
  return failed(sent)
    ? sent
    : {
        value: `Published that \`${provider}\` ${providerVersion} ${success ? "keeps" : "breaks"} the pact of \`${consumer}\`.`,
      };
}
