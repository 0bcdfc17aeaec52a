import { describe, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { completeFragment, type Fragment } from "../testing/fragment.ts";
import { valueIn } from "../testing/value-in.ts";
import { EntryMaker } from "./entry.ts";
import { functionNames } from "./names.ts";

async function entriesOf(fragment: Fragment) {
  const host = memoryHost({
    cwd: "/",
    today: "2026-01-01",
    files: { "/api.json": JSON.stringify(completeFragment(fragment)) },
  });
  const api = new Api(valueIn(await loadDescription("/api.json", host)));
  const names = functionNames(api.revision.operations);
  const maker = new EntryMaker(api, names, [""]);
  return { entries: api.operations.map((operation) => maker.entry(operation)), problems: api.cursor.problems };
}

/** The entry of the first operation, without what every entry has. */
async function entryOf(fragment: Fragment) {
  const { entries } = await entriesOf(fragment);
  const { name: _, method: __, path: ___, ...rest } = entries[0] ?? { name: "", method: "", path: "" };
  return rest;
}

const header = (name: string, more: object = {}) => ({ in: "header", name, schema: { type: "string" }, ...more });
const ok = { description: "ok" };

describe("what makes a repeat safe", () => {
  test.each([
    ["nothing is said of what RFC 9110 has already", "get /a", {}, {}],
    ["nor of a POST that declares nothing", "post /a", {}, {}],
    ["a declared key", "post /a", { parameters: [header("Idempotency-Key")] }, { idempotency: "key" }],
    [
      "a key by the name of a vendor",
      "post /a",
      { parameters: [header("PayPal-Request-Id")] },
      { idempotency: "key", key: "PayPal-Request-Id" },
    ],
    ["an extension", "post /a", { "x-reliability": { idempotency: "natural" } }, { idempotency: "natural" }],
    ["the older extension", "post /a", { "x-idempotency": "natural" }, { idempotency: "natural" }],
    ["a key in the body is the caller's", "post /a", { "x-idempotency": { key: "body" } }, {}],
    ["a method that is not known to repeat", "trace /a", { "x-idempotency": "natural" }, { idempotency: "natural" }],
    ["a PUT with a key", "put /a", { "x-reliability": { idempotency: "key" } }, { idempotency: "key" }],
    [
      "a PUT that must not be repeated",
      "put /a",
      { "x-reliability": { idempotency: "none" } },
      { idempotency: "none" },
    ],
    [
      "an extension against a declared key",
      "post /a",
      { parameters: [header("Idempotency-Key")], "x-reliability": { idempotency: "none" } },
      { idempotency: "none" },
    ],
    ["no retries", "get /a", { "x-reliability": { retry: "never" } }, { retry: "never" }],
    [
      "time and weight",
      "get /a",
      { "x-reliability": { timeout: "1.5s", criticality: "critical" } },
      { timeout: 1500, criticality: "critical" },
    ],
    ["what is of no accepted form counts as absent", "get /a", { "x-reliability": { timeout: "soon", retry: 1 } }, {}],
  ])("%s", async (_, line, operation, expected) => {
    expect(await entryOf({ [line]: operation })).toEqual(expected);
  });

  test("a status is repeated where the description documents when to try again", async () => {
    const headers = { "Retry-After": { schema: { type: "integer" } } };
    const responses = { 200: ok, 409: { ...ok, headers }, 503: { ...ok, headers }, 500: ok };
    expect(await entryOf({ "get /a": { responses } })).toEqual({ errors: ["409", "500", "503"], retryStatuses: [409] });
  });
});

describe("how a request is written", () => {
  const schema = { type: "array", items: { type: "string" } };

  test("parameters are named where they are not as their place has them", async () => {
    const parameters = [
      { in: "query", name: "usual", schema },
      { in: "query", name: "pipes", style: "pipeDelimited", schema },
      { in: "query", name: "joined", explode: false, schema },
      { in: "query", name: "deep", style: "deepObject", explode: true, schema: { type: "object" } },
      { in: "query", name: "raw", allowReserved: true, schema: { type: "string" } },
      { in: "query", name: "json", content: { "application/json": { schema } } },
      header("X-List", { schema, explode: true }),
    ];
    expect((await entryOf({ "get /a": { parameters } })).parameters).toEqual([
      { name: "pipes", in: "query", style: "pipeDelimited" },
      { name: "joined", in: "query", explode: false },
      { name: "deep", in: "query", style: "deepObject" },
      { name: "raw", in: "query", allowReserved: true },
      { name: "json", in: "query", mediaType: "application/json" },
      { name: "X-List", in: "header", explode: true },
    ]);
  });

  test("the first media type is the one that is sent, with how its parts are written", async () => {
    const content = {
      "multipart/form-data": { schema: { type: "object" }, encoding: { meta: { contentType: "application/json" } } },
      "application/json": {},
    };
    const entry = await entryOf({ "post /a": { requestBody: { content } } });
    expect(entry.body).toEqual({
      mediaType: "multipart/form-data",
      encoding: { meta: { contentType: "application/json" } },
    });
  });

  test("what is accepted is said where no success is JSON", async () => {
    const responses = {
      200: { ...ok, content: { "text/csv": {} } },
      400: { ...ok, content: { "application/json": {} } },
    };
    expect(await entryOf({ "get /a": { responses } })).toEqual({ accept: "text/csv", errors: ["400"] });
  });

  test("an answer that there is nothing new is declared as an error is", async () => {
    expect(await entryOf({ "get /a": { responses: { 200: ok, 304: ok } } })).toEqual({ errors: ["304"] });
  });

  test("`default` stands for errors where there is a success beside it", async () => {
    expect(await entryOf({ "get /a": { responses: { 200: ok, default: ok } } })).toEqual({ errors: ["default"] });
    expect(await entryOf({ "get /a": { responses: { default: ok } } })).toEqual({});
  });
});

test("a deprecation names its days, and the function to call instead", async () => {
  const { entries } = await entriesOf({
    "get /v1": {
      deprecated: true,
      "x-deprecated-at": "2026-01-31",
      "x-sunset": "2026-12-31",
      "x-replaced-by": "GET /v2",
    },
    "get /v2": { operationId: "getAll" },
  });
  expect(entries[0]?.deprecation).toEqual({ deprecated: "2026-01-31", sunset: "2026-12-31", successor: "getAll" });
});

describe("how the next page is asked for", () => {
  const list = (properties: object = {}) => ({
    ...ok,
    content: {
      "application/json": {
        schema: { type: "object", properties: { items: { type: "array", items: { type: "object" } }, ...properties } },
      },
    },
  });
  const query = (name: string, type = "string") => ({ in: "query", name, schema: { type } });
  const text = { type: "string" };

  test.each([
    [
      "by a cursor of the answer",
      { parameters: [query("cursor")], responses: { 200: list({ next_cursor: text }) } },
      { style: "cursor", parameter: "cursor", next: "/next_cursor", items: "/items" },
    ],
    [
      "by a cursor within the answer",
      {
        parameters: [query("starting_after")],
        responses: { 200: list({ meta: { type: "object", properties: { next: text } } }) },
      },
      { style: "cursor", parameter: "starting_after", next: "/meta/next", items: "/items" },
    ],
    [
      "by a URL",
      { parameters: [query("page", "integer")], responses: { 200: list({ next_url: text }) } },
      { style: "url", next: "/next_url", items: "/items" },
    ],
    [
      "by a link of HAL",
      {
        responses: {
          200: list({
            _links: { type: "object", properties: { next: { type: "object", properties: { href: text } } } },
          }),
        },
      },
      { style: "url", next: "/_links/next/href", items: "/items" },
    ],
    [
      "by its number",
      { parameters: [query("page", "integer"), query("per_page", "integer")], responses: { 200: list() } },
      { style: "page", parameter: "page", items: "/items" },
    ],
    [
      "by an offset",
      { parameters: [query("offset", "integer"), query("limit", "integer")], responses: { 200: list() } },
      { style: "offset", parameter: "offset", items: "/items" },
    ],
    [
      "by a header",
      {
        parameters: [query("page", "integer")],
        responses: { 200: { ...list(), headers: { Link: { schema: text } } } },
      },
      { style: "link", items: "/items" },
    ],
    ["not at all", { responses: { 200: list() } }, undefined],
  ])("%s", async (_, operation, paging) => {
    expect((await entryOf({ "get /users": operation })).paging).toEqual(paging);
  });
});

describe("credentials", () => {
  const components = {
    securitySchemes: {
      key: { type: "apiKey", in: "query", name: "api_key" },
      token: { type: "oauth2", flows: {} },
      digest: { type: "http", scheme: "digest" },
      tls: { type: "mutualTLS" },
    },
  };

  test("go where their schemes say, and what is part of the connection goes nowhere", async () => {
    const security = [{ key: [], tls: [] }, { token: [] }];
    expect(await entryOf({ components, "get /a": { security } })).toEqual({
      security: [[{ scheme: "key", in: "query", name: "api_key" }], [{ scheme: "token", in: "bearer" }]],
    });
  });

  test("that cannot be sent are left to the alternatives", async () => {
    expect(await entryOf({ components, "get /a": { security: [{ digest: [] }, { token: [] }] } })).toEqual({
      security: [[{ scheme: "token", in: "bearer" }]],
    });
  });

  test("that cannot be sent and have no alternative are told", async () => {
    const { problems } = await entriesOf({ components, "get /a": { security: [{ digest: [] }] } });
    expect(problems.map(({ code }) => code)).toEqual(["security-unsupported"]);
  });
});
