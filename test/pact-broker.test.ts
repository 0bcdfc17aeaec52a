import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { failed, type Result } from "../packages/engine/src/index.ts";
import type { Broker, PublicationRequest } from "../packages/pact/src/broker.ts";
import { halBroker } from "../packages/pact/src/hal/hal-broker.ts";
import { sendByFetch } from "../packages/pact/src/world/http.ts";
import { type BrokerStub, type StubInteraction, startStub } from "./support/broker-stub.ts";
import { SHARED } from "./support/paths.ts";

/*
 * The client of Pact Brokers against the contract of the official client: each of its interactions that concern what we do is answered
 * by a stub, and must be asked for.
 */

const PACTS = ["Pact-Broker-Client-V2-Pact-Broker.json", "pact_broker_client-pact_broker.json"];
const fileOf = (name: string) => join(SHARED, "pact-broker", name);
const VERSION = "5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";
const AT = "2027-01-01T00:00:00.000Z";

let stub: BrokerStub | undefined;
afterEach(() => stub?.close());

/** What is done, and the interactions that it must ask for, by words of their descriptions and states. */
interface Spoken {
  readonly name: string;
  readonly expects: readonly (readonly [description: string, state?: string])[];
  act(broker: Broker): Promise<Result<unknown>>;
  /** What comes of it; not given where the answer in the pact says too little for any. */
  readonly is?: unknown;
  readonly fails?: string;
}

const place = { pacticipant: "Foo", version: VERSION, environment: "test", ended: false, at: AT };
const INDEX = "a request for the index resource";

const SPOKEN: readonly Spoken[] = [
  {
    name: "publishes pacts",
    expects: [[INDEX, "pb:publish-contracts"], ["a request to publish contracts"]],
    act: (broker) => broker.publish(publication()),
    is: ["Published the pact of `Foo` 5556b8149bf8bac76bc30f50a8a2dd4c22c85f30 with `Bar`."],
  },
  {
    name: "records a deployment",
    expects: [
      [INDEX, "pb:pacticipant-version and"],
      ["a request for a pacticipant version", "a test environment available for deployment"],
      ["a request to record a deployment"],
    ],
    act: (broker) => broker.recordDeployment(place, "blue"),
    is: `Recorded \`Foo\` ${VERSION} in \`test\`.`,
  },
  {
    name: "records a release",
    expects: [
      [INDEX, "pb:pacticipant-version and"],
      ["a request for a pacticipant version", "a test environment available for release"],
      ["a request to record a release"],
    ],
    act: (broker) => broker.recordRelease(place),
    is: `Recorded \`Foo\` ${VERSION} in \`test\`.`,
  },
  {
    name: "says that a version cannot be recorded in an environment",
    expects: [
      [INDEX, "pb:pacticipant-version and"],
      ["a request for a pacticipant version", "2 environments that aren't test"],
      ["a request for the environments"],
    ],
    act: (broker) => broker.recordDeployment(place, "blue"),
    fails: "environment",
  },
  {
    name: "compares versions that are named",
    expects: [
      [
        "a request for the compatibility matrix for Foo version 1.2.3 and Bar version 4.5.6",
        "the pact for Foo version",
      ],
    ],
    act: (broker) => broker.canIDeploy(question("Foo", "1.2.3", [["Bar", "4.5.6"]])),
    is: { decision: "yes", reasons: ["some text"], matrix: [{ consumer: "Foo", provider: "Bar", result: "passed" }] },
  },
  {
    name: "compares versions of applications with spaces in their names",
    expects: [["a request for the compatibility matrix for Foo version 1.2.3 and Bar version 4.5.6", "Foo Thing"]],
    act: (broker) => broker.canIDeploy(question("Foo Thing", "1.2.3", [["Bar", "4.5.6"]])),
    is: { decision: "yes" },
  },
  {
    name: "takes a missing decision for none",
    expects: [["a request for the compatibility matrix where one or more versions does not exist"]],
    act: (broker) => broker.canIDeploy(question("Foo", "1.2.3", [["Bar", "9.9.9"]])),
    is: { decision: "unverified", reasons: ["an error message"] },
  },
  {
    name: "fails for an application that the broker does not know",
    expects: [["a request for the compatibility matrix for a pacticipant that does not exist"]],
    act: (broker) => broker.canIDeploy(question("Wiffle", "1.2.3", [["Meep", "9.9.9"]])),
    fails: "an error message",
  },
];

/** What the official client asks and ours does not, and why. */
const NOT_SPOKEN: readonly { readonly asks: RegExp; readonly why: string }[] = [
  { asks: /webhook/, why: "Webhooks are set up in the broker." },
  {
    asks: /pacticipant(?:s| branch)?$|the Pricing Service$|repository URL/,
    why: "Applications are managed in the broker.",
  },
  { asks: /(?:create|list) (?:an|the) environments?$/, why: "Environments are managed in the broker." },
  {
    asks: /retrieve|list of the latest|list the latest pacts/,
    why: "Pacts are chosen for verification by the broker.",
  },
  { asks: /tag the production/, why: "Tags go with the publication." },
  {
    asks: /latest (?:prod )?versions? of|all versions of|where only the version|tagged prod, ignoring/,
    why: "Environments and versions are asked about, no tags.",
  },
  {
    asks: /an environment$|versions deployed|mark a deployed/,
    why: "Asked with a query by instance; tested beside the client.",
  },
];

describe.skipIf(!existsSync(fileOf("LICENSE"))).each(PACTS)("as in %s", (file) => {
  const { interactions } = existsSync(fileOf(file))
    ? (JSON.parse(readFileSync(fileOf(file), "utf8")) as { interactions: StubInteraction[] })
    : { interactions: [] };

  test("says nothing that is neither spoken nor left out for a reason", () => {
    expect(interactions.length).toBeGreaterThan(50);
    const spoken = SPOKEN.flatMap(({ expects }) => expects.map(([description]) => description));
    const open = interactions.filter(
      ({ description }) => !spoken.includes(description) && !NOT_SPOKEN.some(({ asks }) => asks.test(description)),
    );
    expect(open.map(({ description }) => description)).toEqual([]);
  });

  test.each(SPOKEN)("the client $name", async ({ expects, act, is, fails }) => {
    const chosen = expects.map(([description, state = ""]) => {
      const found = interactions.filter(
        (each) => each.description === description && (each.providerState ?? "").includes(state),
      );
      expect(found, `${description}, ${state}`).not.toEqual([]);
      return found[0] as StubInteraction;
    });
    stub = await startStub(chosen);
    const settings = { base: new URL(`${stub.url}/`), authorization: "Bearer secret" };
    const result = await act(halBroker(settings, sendByFetch));
    expect(stub.unexpected).toEqual([]);
    expect(new Set(stub.met)).toEqual(new Set(chosen));
    expect(stub.sent.every(({ authorization }) => authorization === "Bearer secret")).toBe(true);
    expect(JSON.stringify(result)).not.toContain("secret");
    if (fails !== undefined) expect(JSON.stringify(result)).toContain(fails);
    expect(failed(result), JSON.stringify(result)).toBe(fails !== undefined);
    if (!failed(result))
      expect(result.value).toEqual(typeof is === "object" && !Array.isArray(is) ? withParts(is) : is);
  });
});

function withParts(parts: unknown): unknown {
  const { matrix, ...rest } = parts as Record<string, unknown>;
  const rows = (matrix as object[] | undefined)?.map((row) => expect.objectContaining(row));
  return expect.objectContaining({ ...rest, ...(rows && { matrix: rows }) });
}

function publication(): PublicationRequest {
  const pact = {
    consumer: { name: "Foo" },
    provider: { name: "Bar" },
    interactions: [
      {
        description: "an example request",
        providerState: "a provider state",
        request: { method: "GET", path: "/", headers: {} },
        response: { status: 200, headers: { "Content-Type": "application/hal+json" } },
      },
    ],
    metadata: { pactSpecification: { version: "2.0.0" } },
  };
  return {
    ...{
      consumer: "Foo",
      consumerVersion: VERSION,
      branch: "main",
      tags: ["dev"],
      buildUrl: "http://build",
      merge: true,
    },
    pacts: [{ provider: "Bar", text: JSON.stringify(pact) }],
  };
}

function question(pacticipant: string, version: string, others: readonly (readonly [string, string])[]) {
  const versions = others.map(([name, its]) => ({ pacticipant: name, version: its }));
  return { pacticipant, version, against: { versions }, ignore: [] };
}
