import { describe, expect, test } from "vitest";
import type { Outcome } from "../packages/engine/src/index.ts";
import { type Interactions, judgeChange } from "./support/consumers.ts";

/*
 * Consumers that a change hurts, or may hurt, though their pacts fall short of the description before it already: none of
 * them is said to be unaffected.
 */

type Json = Record<string, unknown>;

const body = (schema: unknown) => ({ content: { "application/json": { schema } } });

function base() {
  return {
    openapi: "3.1.0",
    info: { title: "Orders", version: "1.0.0" },
    servers: [{ url: "https://example.org/v1" }],
    paths: {
      "/orders": {
        get: {
          security: [{ oauth: ["read"] }],
          responses: { 200: { description: "", ...body({ type: "object" }) } },
        },
        put: {
          security: [{ oauth: ["read"] }],
          requestBody: body({ type: "object" }) as Json,
          responses: { 200: { description: "" }, 403: { description: "" } },
        },
      },
      "/state": {
        get: {
          responses: {
            200: { description: "", content: { "text/plain": { schema: { type: "string", enum: ["on", "off"] } } } },
          },
        },
        put: {
          requestBody: { content: { "text/plain": { schema: { type: "string", maxLength: 9 } } } },
          responses: { 204: { description: "" } },
        },
      },
      "/parts": {
        get: {
          responses: {
            200: {
              description: "",
              ...body({
                type: "object",
                required: ["code", "count"],
                properties: { code: { type: "string" }, count: { type: "array", maxItems: 5 } },
                not: { properties: { code: { pattern: "(?!q)z+" } }, required: ["code"] },
              }),
            },
          },
        },
      },
    },
    webhooks: {
      orderMade: {
        post: {
          requestBody: body({ type: "object", required: ["id"], properties: { id: { type: "integer" } } }),
          responses: { 200: { description: "" } },
        },
      },
    },
    components: {
      securitySchemes: {
        oauth: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl: "https://example.org/t", scopes: { read: "", all: "" } } },
        },
      } as Json,
    },
  };
}

type Api = ReturnType<typeof base>;

const matching = (rules: Readonly<Record<string, Json>>) => ({
  matchingRules: {
    body: Object.fromEntries(Object.entries(rules).map(([path, each]) => [path, { matchers: [each] }])),
  },
});
const token = { headers: { Authorization: "Bearer abc" } };
const text = { headers: { "Content-Type": "text/plain" } };

const CONSUMERS: Interactions = {
  // Leaves out the base path, and shows a token that says nothing of its scopes.
  bare: [{ request: { method: "GET", path: "/orders", ...token }, response: { status: 200 } }],
  // Leaves out its credentials.
  open: [{ request: { method: "PUT", path: "/v1/orders", body: {} }, response: { status: 200 } }],
  // Expects to be refused.
  refused: [{ request: { method: "PUT", path: "/v1/orders", body: {} }, response: { status: 403 } }],
  // Reads a text, and sends one.
  text: [
    {
      request: { method: "GET", path: "/v1/state" },
      response: { status: 200, ...text, body: "on", ...matching({ $: { match: "regex", regex: "on|off" } }) },
    },
    {
      request: {
        ...{ method: "PUT", path: "/v1/state", ...text, body: "on" },
        ...matching({ $: { match: "regex", regex: "[a-z]{1,9}" } }),
      },
      response: { status: 204 },
    },
  ],
  // Reads what cannot be decided in base either.
  parts: [
    {
      request: { method: "GET", path: "/v1/parts" },
      response: {
        status: 200,
        body: { code: "s", count: [1] },
        ...matching({ "$.code": { match: "regex", regex: "\\w+" } }),
      },
    },
  ],
};

const MESSAGE: Interactions = {
  // Calls a message otherwise than the description does.
  listener: [
    {
      type: "Asynchronous/Messages",
      description: "an order was made",
      contents: { contentType: "application/json", encoded: false, content: { id: 1 } },
    },
  ],
};

/** What is known of those that the breaks hurt or may hurt: the rest is unaffected by all of them. */
function fates({ rulings }: Outcome): Readonly<Record<string, string>> {
  const breaks = rulings.flatMap(({ impact, consumers }) => (impact === "major" && consumers ? [consumers] : []));
  expect(breaks.length).toBeGreaterThan(0);
  const of = (fate: "affected" | "unknown") => breaks.flatMap((each) => each[fate].map((name) => [name, fate]));
  return Object.fromEntries([...of("unknown"), ...of("affected")]);
}

const CASES: readonly (readonly [string, (api: Api) => unknown, Readonly<Record<string, string>>])[] = [
  [
    "an operation is gone that a pact reaches without the base path",
    (api) => delete (api.paths["/orders"] as Json)["get"],
    { bare: "affected" },
  ],
  [
    "the base path is another",
    (api) => {
      api.servers = [{ url: "https://example.org/v2" }];
    },
    { bare: "unknown", open: "affected", refused: "affected", text: "affected", parts: "affected" },
  ],
  [
    "a token needs another scope",
    (api) => {
      api.paths["/orders"].get.security = [{ oauth: ["all"] }];
    },
    { bare: "unknown" },
  ],
  [
    "a certificate is asked for",
    (api) => {
      api.components.securitySchemes["tls"] = { type: "mutualTLS" };
      (api.paths["/orders"].put as Json)["security"] = [{ tls: [] }];
    },
    { open: "unknown" },
  ],
  [
    "a media type is gone that a pact without credentials sends",
    (api) => {
      api.paths["/orders"].put.requestBody = { content: { "text/csv": {} } };
    },
    { open: "affected" },
  ],
  [
    "a text may be another one",
    (api) => api.paths["/state"].get.responses[200].content["text/plain"].schema.enum.push("broken"),
    { text: "unknown" },
  ],
  [
    "a text may be less long",
    (api) => {
      api.paths["/state"].put.requestBody.content["text/plain"].schema.maxLength = 5;
    },
    { text: "unknown" },
  ],
  [
    "a part changes of what was undecided before",
    (api) => {
      const { schema } = api.paths["/parts"].get.responses[200].content["application/json"];
      (schema as { properties: { count: Json } }).properties.count["maxItems"] = 7;
    },
    { parts: "unknown" },
  ],
];

test.each(CASES)("%s", async (_, change, expected) => {
  expect(fates(await judgeChange(base, change, CONSUMERS))).toEqual(expected);
});

describe("paths of which none leads to an operation", () => {
  const state = { request: { method: "GET", path: "/gateway/v1/state" }, response: { status: 200 } };
  const change = (api: Api) => delete (api.paths as Json)["/state"];

  test("may have a base path that is not known", async () => {
    expect(fates(await judgeChange(base, change, { gateway: [state] }))).toEqual({ gateway: "unknown" });
  });

  test("are those of another operation where one of the consumer's others leads somewhere", async () => {
    const others = [state, { request: { method: "GET", path: "/v1/parts" }, response: { status: 200 } }];
    expect(fates(await judgeChange(base, change, { gateway: others }))).toEqual({});
  });

  test("may be those of an operation that comes", async () => {
    const rename = (api: Api) => {
      change(api);
      (api.paths as Json)["/gateway/v1/state"] = {
        get: { responses: { 200: { description: "" } }, servers: [{ url: "/" }] },
      };
    };
    expect(fates(await judgeChange(base, rename, { gateway: [state] }))).toEqual({});
  });
});

describe("what changes in an operation that moves", () => {
  const named = () => {
    const api = base();
    Object.assign(api.paths["/state"].put, { operationId: "setState" });
    return api;
  };
  const change = (api: Api) => {
    api.paths["/state"].put.requestBody.content["text/plain"].schema.maxLength = 5;
    const { "/state": moved, ...paths } = api.paths;
    Object.assign(api, { paths: { ...paths, "/condition": moved } });
  };

  test("may hurt whoever calls it at its former address", async () => {
    const { rulings } = await judgeChange(named, change, CONSUMERS);
    const fates = rulings.flatMap(({ rule, consumers, impact }) =>
      impact === "major" ? [[rule, consumers?.affected, consumers?.unknown]] : [],
    );
    expect(fates).toContainEqual(["diff/operation-moved", ["text"], []]);
    expect(fates).toContainEqual(["diff/request-length-narrowed", [], ["text"]]);
  });
});

describe("a message that no webhook has the name of", () => {
  test("may be any that changes", async () => {
    const change = (api: Api) => delete (api.webhooks as Json)["orderMade"];
    expect(fates(await judgeChange(base, change, MESSAGE))).toEqual({ listener: "unknown" });
  });

  test("is no request that a consumer sends", async () => {
    const change = (api: Api) => delete (api.paths as Json)["/state"];
    expect(fates(await judgeChange(base, change, MESSAGE))).toEqual({});
  });
});
