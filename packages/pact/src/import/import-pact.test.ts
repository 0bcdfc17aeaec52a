import { failed } from "@concordat/engine";
import { describe, expect, test } from "vitest";
import { parseExchanges, type RecordedExchange } from "./exchanges.ts";
import { importPact, isEvidence } from "./import-pact.ts";

interface Line {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly answer?: Readonly<Record<string, unknown>> | null;
}

const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };

function exchangesOf(...lines: readonly Line[]): readonly RecordedExchange[] {
  const text = lines
    .map(({ method = "GET", url = "https://api.test/users/1", headers = {}, body, answer = {} }) =>
      JSON.stringify({
        at: "2027-01-01T00:00:00Z",
        request: { method, url, headers, body },
        response: answer && { status: 200, headers: JSON_TYPE, ...answer },
      }),
    )
    .join("\n");
  const parsed = parseExchanges("traffic.ndjson", text);
  if (failed(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

function pactOf(...lines: readonly Line[]) {
  return importPact(exchangesOf(...lines), { consumer: "Web", provider: "Users", basePath: "" });
}

function interactionsOf(...lines: readonly Line[]) {
  return JSON.parse(pactOf(...lines).text).interactions;
}

test("a pact of traffic says that it was recorded, and matches responses by type", () => {
  const { text } = pactOf({
    url: "https://api.test/users/1?verbose=true",
    headers: { Accept: "application/json", "User-Agent": "Firefox", "sec-fetch-mode": "cors" },
    answer: { body: '{"id":12345678901234567890,"name":"Ada","nick":null}' },
  });
  expect(text).toContain('"id": 12345678901234567890');
  expect(JSON.parse(text)).toEqual({
    consumer: { name: "Web" },
    provider: { name: "Users" },
    interactions: [
      {
        description: "GET /users/1 answered with 200",
        request: {
          method: "GET",
          path: "/users/1",
          query: { verbose: ["true"] },
          headers: { Accept: "application/json" },
        },
        response: {
          status: 200,
          headers: { "Content-Type": "application/json" },
          // A null is nothing that the consumer needs.
          body: { id: expect.any(Number), name: "Ada" },
          matchingRules: { body: { $: { combine: "AND", matchers: [{ match: "type" }] } } },
        },
      },
    ],
    metadata: { concordat: { evidence: "recorded" }, pactSpecification: { version: "3.0.0" } },
  });
});

test("traffic in another order makes the same pact, and what says the same is one interaction", () => {
  const lines = [
    { answer: { body: '{"id":1}' } },
    { answer: { body: '{"id":2}' } },
    { answer: { body: '{"id":1,"name":"Ada"}' } },
    { url: "https://api.test/users", answer: { body: "[]" } },
    { method: "DELETE", answer: { status: 404 } },
  ];
  const descriptions = interactionsOf(...lines).map(({ description }: { description: string }) => description);
  expect(descriptions.toSorted()).toEqual([
    "DELETE /users/1 answered with 404",
    "GET /users answered with 200",
    "GET /users/1 answered with 200",
    "GET /users/1 answered with 200 (2)",
  ]);
  const shuffled = [lines[4], lines[2], lines[3], lines[0], lines[1]] as Line[];
  expect(pactOf(...shuffled).text).toBe(pactOf(...lines).text);
});

test("what was not answered, failed, or only asked for leave is no evidence", () => {
  const exchanges = exchangesOf(
    { answer: null },
    { answer: { status: 503 } },
    { answer: { status: 101 } },
    { method: "options" },
    { answer: { status: 304 } },
  );
  expect(exchanges.map(isEvidence)).toEqual([false, false, false, false, true]);
});

describe("secrets", () => {
  test.each<[string, Line]>([
    ["of a header", { headers: { Authorization: "Bearer hush" } }],
    ["of a header in a list", { headers: { "x-api-key": ["hush"] } }],
    ["of cookies", { headers: { cookie: "theme=hush; sid=hush" } }],
    ["of the query", { url: "https://api.test/users?api_key=hush&accessToken=hush&sig=hush" }],
    ["of the user information", { url: "https://ada:hush@api.test/users" }],
    ["of a path", { url: "https://api.test/reset/eyJhbGciOi.eyJodXNoIjox.hush" }],
    [
      "of a body",
      { method: "POST", headers: JSON_TYPE, body: '{"password":"hush","deep":[{"clientSecret":{"v":"hush"}}]}' },
    ],
    [
      "of a form",
      { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "user=a&pwd=hush" },
    ],
    ["of a response", { answer: { body: '{"refresh_token":"hush","note":"eyJhbGciOi.eyJodXNoIjox.hush"}' } }],
    ["of a text that nobody can read", { method: "POST", headers: { "content-type": "text/plain" }, body: "hush" }],
    ["of JSON that is cut off", { method: "POST", headers: JSON_TYPE, body: '{"a":"hush' }],
  ])("%s do not reach the pact", (_, line) => {
    expect(pactOf(line).text).not.toMatch(/hush|aHVza|eyJ/);
  });

  test("leave behind that they were there", () => {
    const [{ request, response }] = interactionsOf({
      ...{ method: "POST", url: "https://api.test/users?api_key=hush", body: '{"pin":1234,"user":"ada","keys":["a"]}' },
      headers: { Authorization: "Bearer hush", Cookie: "sid=hush", ...JSON_TYPE },
      answer: { body: '{"token":"hush","id":7}' },
    });
    expect(request.query).toEqual({ api_key: ["REDACTED"] });
    expect(request.headers).toMatchObject({ Authorization: "Bearer REDACTED", Cookie: "sid=REDACTED" });
    expect(request.body).toEqual({ pin: 0, user: "ada", keys: ["REDACTED"] });
    expect(response.body).toEqual({ token: "REDACTED", id: 7 });
  });
});

test("a HAR file is read as browsers write it", () => {
  const har = {
    log: {
      entries: [
        {
          request: {
            ...{
              method: "POST",
              url: "https://api.test/users",
              postData: { mimeType: "application/json", text: '{"a":1}' },
            },
            headers: [
              { name: ":authority", value: "api.test" },
              { name: "content-type", value: "application/json" },
            ],
          },
          response: {
            status: 201,
            headers: [{ name: "content-type", value: "application/json" }],
            content: { text: Buffer.from('{"id":1}').toString("base64"), encoding: "base64" },
          },
        },
        { request: { method: "GET", url: "https://api.test/lost", headers: [] }, response: { status: 0, headers: [] } },
      ],
    },
  };
  const parsed = parseExchanges("site.har", JSON.stringify(har));
  expect(parsed).toMatchObject({
    value: [
      { request: { method: "POST", body: '{"a":1}' }, response: { status: 201, body: '{"id":1}' } },
      { request: { method: "GET" }, response: undefined },
    ],
  });
});

test.each([
  ["cut off", '{"request":', 1, "it is not JSON"],
  ["without a request", "{}", 1, "`request` is missing"],
  ["without a method", '\n{"request":{"url":"/a"}}', 2, "`request.method` is missing"],
  ["without a URL", '{"request":{"method":"GET","url":"nowhere"}}', 1, "`request.url` is not a URL"],
  ["without a status", '{"request":{"method":"GET","url":"/a"},"response":{}}', 1, "`response.status` is missing"],
  ["HAR that is cut off", '{"log":{"entries":[', 1, "This is not JSON"],
  ["HAR without entries", '{"log":{}}', 1, "`/log/entries` is not a list"],
  ["HAR without a URL", '{"log":{"entries":[{"request":{"method":"GET"}}]}}', 1, "`/log/entries/0` has no URL"],
])("traffic that is %s is refused with its line", (_, text, line, message) => {
  expect(parseExchanges("traffic", text)).toMatchObject({
    failure: "input",
    problems: [{ file: "traffic", line, message: expect.stringContaining(message) }],
  });
});
