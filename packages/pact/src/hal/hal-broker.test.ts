import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Broker } from "../broker.ts";
import { sendByFetch } from "../world/http.ts";
import { halBroker } from "./hal-broker.ts";
import { readBrokerSettings } from "./settings.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A broker on loopback that answers by its path; what is not listed is not found. */
async function brokerOf(answers: Readonly<Record<string, readonly [status: number, body: unknown]>>): Promise<Broker> {
  const url = await serve((request, response) => {
    const [status, body] = answers[`${request.method} ${request.url}`] ?? [404, { error: { message: "Unknown." } }];
    response.writeHead(status, { "content-type": "application/hal+json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return brokerAt(url);
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function brokerAt(url: string): Broker {
  return halBroker({ base: new URL(`${url}/`), authorization: "Bearer secret" }, sendByFetch);
}

const publication = {
  ...{ consumer: "Web", consumerVersion: "1", branch: undefined, tags: [], buildUrl: undefined, merge: false },
  pacts: [{ provider: "Users", text: "{}" }],
};
const deployment = {
  pacticipant: "Web",
  version: "1",
  environment: "prod",
  ended: false,
  at: "2027-01-01T00:00:00.000Z",
};
const INDEX = {
  _links: {
    "pb:publish-contracts": { href: "/publish" },
    "pb:pacticipant-version": { href: "/{pacticipant}/{version}" },
    "pb:environments": { href: "/environments" },
  },
};
const ENVIRONMENTS = { _links: { "pb:environments": [{ name: "prod", href: "/environments/1" }] } };

describe("publishing", () => {
  test("tells what the broker says", async () => {
    const said = { notices: [{ type: "success", text: "Published." }] };
    const broker = await brokerOf({ "GET /": [200, INDEX], "POST /publish": [200, said] });
    expect(await broker.publish(publication)).toEqual({ value: ["Published."] });
  });

  test.each([
    [
      "changed content is bad input",
      409,
      { notices: [{ type: "error", text: "Content differs." }] },
      "input",
      "other content for this version (409). It says: Content differs.",
    ],
    [
      "wrong credentials are a failure of the tool",
      401,
      "",
      "tool",
      "refused the credentials (401). Check PACT_BROKER_TOKEN",
    ],
    [
      "errors of a field are told",
      400,
      { errors: { branch: ["is missing"] } },
      "input",
      "(400). It says: branch is missing",
    ],
    ["a broker that fails is a failure of the tool", 502, "<html>", "tool", "failed at `POST /publish` (502)."],
    ["an answer that is not JSON is none", 200, "<html>", "tool", "was not answered with JSON"],
  ])("%s", async (_, status, body, failure, message) => {
    const broker = await brokerOf({ "GET /": [200, INDEX], "POST /publish": [status, body] });
    expect(await broker.publish(publication)).toMatchObject({
      failure,
      problems: [{ message: expect.stringContaining(message) }],
    });
  });
});

test("an index without the link is told", async () => {
  const broker = await brokerOf({ "GET /": [200, {}] });
  expect(await broker.publish(publication)).toMatchObject({
    failure: "input",
    problems: [{ message: expect.stringContaining("no link `pb:publish-contracts`") }],
  });
});

test("credentials go to no other host, by link or by redirect", async () => {
  const asked: unknown[] = [];
  const other = await serve((request, response) => {
    asked.push(request.headers);
    response.end("{}");
  });
  const byLink = await brokerOf({
    "GET /": [200, { _links: { "pb:publish-contracts": { href: `${other}/publish` } } }],
  });
  const byRedirect = await serve((_, response) => response.writeHead(302, { location: other }).end());
  for (const result of [await byLink.publish(publication), await brokerAt(byRedirect).publish(publication)])
    expect(result).toMatchObject({
      failure: "input",
      problems: [{ message: expect.stringContaining("Credentials are not sent") }],
    });
  expect(asked).toEqual([]);
});

test("a redirect on the same host is followed", async () => {
  const url = await serve((request, response) => {
    if (request.url === "/") response.writeHead(301, { location: "/broker/" }).end();
    else response.end(request.method === "GET" ? JSON.stringify(INDEX) : "{}");
  });
  expect(await brokerAt(url).publish(publication)).toHaveProperty("value");
});

test("a broker that is not there is a failure of the tool", async () => {
  const url = await serve(() => {});
  for (const server of servers.splice(0)) server.close();
  const result = await brokerAt(url).publish(publication);
  expect(result).toMatchObject({
    failure: "tool",
    problems: [{ message: expect.stringContaining("cannot be reached (ECONNREFUSED)") }],
  });
});

describe("deployments", () => {
  test("an environment that the broker does not have is told with those that it has", async () => {
    const broker = await brokerOf({
      "GET /": [200, INDEX],
      "GET /Web/1": [200, { _links: { "pb:record-deployment": [{ name: "prod", href: "/there" }] } }],
      "GET /environments": [200, ENVIRONMENTS],
    });
    expect(await broker.recordDeployment({ ...deployment, environment: "prodd" }, undefined)).toMatchObject({
      failure: "input",
      problems: [{ message: "The Pact Broker has no environment `prodd`. It has `prod`." }],
    });
  });

  test.each([
    ["deployment", "deployed-deployed", "deployedVersions", "currentlyDeployed"],
    ["release", "supported-released", "releasedVersions", "currentlySupported"],
  ])("a %s ends", async (kind, relation, list, field) => {
    const patched: string[] = [];
    const url = await serve((request, response) => {
      const answers: Readonly<Record<string, unknown>> = {
        "/": INDEX,
        "/environments": ENVIRONMENTS,
        "/environments/1": { _links: { [`pb:currently-${relation}-versions`]: { href: "/current" } } },
        "/current?pacticipant=Web": {
          _embedded: {
            [list]: [
              { _embedded: { version: { number: "0" } }, _links: { self: { href: "/records/0" } } },
              { _embedded: { version: { number: "1" } }, _links: { self: { href: "/records/1" } } },
            ],
          },
        },
      };
      if (request.method === "PATCH") request.on("data", (body) => patched.push(`${request.url} ${body}`));
      response.end(JSON.stringify(answers[request.url ?? ""] ?? {}));
    });
    const broker = brokerAt(url);
    const ended = { ...deployment, ended: true };
    const record = (placement: typeof ended) =>
      kind === "release" ? broker.recordRelease(placement) : broker.recordDeployment(placement, undefined);
    expect(await record(ended)).toEqual({ value: "`Web` 1 is no longer in `prod`." });
    expect(patched).toEqual([`/records/1 {"${field}":false}`]);
    expect(await record({ ...ended, version: "7" })).toMatchObject({ failure: "input" });
  });
});

describe("verifications", () => {
  const asked: string[] = [];
  const serveVerifications = () =>
    serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      asked.push(`${request.method} ${request.url} ${Buffer.concat(chunks)}`);
      const answers: Readonly<Record<string, unknown>> = {
        "/": {
          _links: {
            "pb:provider-pacts-for-verification": { href: "/for/{provider}" },
            "pb:pacticipant-branch-version": { href: "/{pacticipant}/branches/{branch}/{version}" },
            "pb:pacticipant-version-tag": { href: "/{pacticipant}/{version}/tags/{tag}" },
          },
        },
        "/for/Users": {
          _embedded: {
            pacts: [
              {
                verificationProperties: {
                  pending: true,
                  notices: [{ when: "before_verification", text: "New here." }],
                },
                _links: { self: { href: "/pacts/1", name: "Pact between Web (1) and Users" } },
              },
            ],
          },
        },
        "/pacts/1": {
          consumer: { name: "Web" },
          _links: { "pb:publish-verification-results": { href: "/results/1" } },
        },
      };
      response.end(JSON.stringify(answers[request.url ?? ""] ?? {}));
    });

  test("are of the pacts that the broker chooses, and go back to it", async () => {
    const broker = brokerAt(await serveVerifications());
    const pacts = await broker.pactsToVerify({
      ...{ provider: "Users", selectors: [{ mainBranch: true }], includePending: true, includeWipSince: "2027-01-01" },
      ...{ providerBranch: "main", providerTags: [] },
    });
    if (!("value" in pacts)) throw new Error(JSON.stringify(pacts));
    const [pact] = pacts.value;
    if (pact === undefined) throw new Error("There is no pact.");
    expect(pact).toMatchObject({ name: "Pact between Web (1) and Users", pending: true, notices: ["New here."] });
    const record = {
      ...{
        pact,
        consumer: "Web",
        provider: "Users",
        providerVersion: "2",
        providerBranch: "main",
        providerTags: ["dev"],
      },
      ...{ buildUrl: "https://ci.test/7", description: undefined, success: false, at: deployment.at },
    };
    expect(await broker.recordVerification(record)).toEqual({
      value: "Published that `Users` 2 breaks the pact of `Web`.",
    });
    const { resultsUrl: _, ...file } = pact;
    expect(await broker.recordVerification({ ...record, pact: file })).toMatchObject({ failure: "input" });
    expect(asked).toEqual([
      "GET / ",
      'POST /for/Users {"consumerVersionSelectors":[{"mainBranch":true}],"includePendingStatus":true,"includeWipPactsSince":"2027-01-01","providerVersionBranch":"main"}',
      "GET /pacts/1 ",
      "PUT /Users/branches/main/2 {}",
      "PUT /Users/2/tags/dev {}",
      'POST /results/1 {"success":false,"providerApplicationVersion":"2","verifiedBy":{"implementation":"concordat"},"buildUrl":"https://ci.test/7"}',
    ]);
  });

  test("are not of nothing where the answer has no list of pacts", async () => {
    const broker = brokerAt(await serveVerifications());
    const query = {
      ...{ selectors: [], includePending: false, includeWipSince: undefined, providerBranch: undefined },
      providerTags: [],
    };
    expect(await broker.pactsToVerify({ ...query, provider: "Others" })).toMatchObject({ failure: "tool" });
  });
});

describe("the question", () => {
  const ask = async (body: unknown) => {
    const broker = await brokerOf({
      "GET /matrix?q%5B%5D%5Bpacticipant%5D=Web&q%5B%5D%5Bversion%5D=1&latestby=cvp&environment=prod&ignore%5B%5D%5Bpacticipant%5D=Old":
        [200, body],
    });
    return broker.canIDeploy({
      ...{ pacticipant: "Web", version: "1", against: { environment: "prod" }, ignore: [{ pacticipant: "Old" }] },
    });
  };

  test.each([
    [true, "yes"],
    [false, "no"],
    [null, "unverified"],
    ["true", "unverified"],
  ])("deployable %s is %s", async (deployable, decision) => {
    const reason = "WARN: Name an environment.\nBecause.";
    expect(await ask({ summary: { deployable, reason }, matrix: [] })).toEqual({
      value: { decision, reasons: ["Because."], warnings: ["WARN: Name an environment."], matrix: [] },
    });
  });
});

describe("the settings", () => {
  const read = (settings: Readonly<Record<string, string>>) =>
    readBrokerSettings(
      Object.fromEntries(Object.entries(settings).map(([key, value]) => [`PACT_BROKER_${key}`, value])),
    );

  test("name no broker, a broker, and who asks", () => {
    expect(read({})).toEqual({ value: undefined });
    expect(read({ BASE_URL: "https://b.test/broker" })).toEqual({
      value: { base: new URL("https://b.test/broker/"), authorization: undefined },
    });
    expect(read({ BASE_URL: "https://b.test", TOKEN: "t" })).toMatchObject({ value: { authorization: "Bearer t" } });
    expect(read({ BASE_URL: "https://b.test", USERNAME: "ada", PASSWORD: "pw" })).toMatchObject({
      value: { authorization: "Basic YWRhOnB3" },
    });
  });

  test.each([
    [{ BASE_URL: "broker" }, "not an http or https URL"],
    [{ BASE_URL: "https://ada:secret@b.test" }, "holds credentials"],
    [{ BASE_URL: "https://b.test/?key=secret" }, "has a query"],
    [{ BASE_URL: "https://b.test", TOKEN: "secret", USERNAME: "ada" }, "Set one of them"],
    [{ BASE_URL: "https://b.test", PASSWORD: "secret" }, "without PACT_BROKER_USERNAME"],
  ])("%o are refused", (settings, message) => {
    const result = read(settings as unknown as Readonly<Record<string, string>>);
    expect(result).toMatchObject({ failure: "input", problems: [{ message: expect.stringContaining(message) }] });
    expect(JSON.stringify(result)).not.toContain("secret");
  });
});
