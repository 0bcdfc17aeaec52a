import { describe, expect, test } from "vitest";
import { judgeByFragment, requestOf } from "../testing/exchange.ts";
import type { HttpRequest, HttpResponse } from "./exchange.ts";

const INTEGERS = { type: "array", items: { type: "integer" } };
const POINT = { type: "object", properties: { x: { type: "integer" }, y: { type: "integer" } }, required: ["x"] };
const CLOSED = { ...POINT, additionalProperties: false };

/** A parameter, the URL of a request, and what is said of it. */
const PARAMETERS: readonly (readonly [string, object, string, string])[] = [
  ["simple", { in: "path", schema: { type: "integer" } }, "/7", "accepted"],
  ["simple, of another type", { in: "path", schema: { type: "integer" } }, "/a", "path.p"],
  ["simple, escaped", { in: "path", schema: { enum: ["a b"] } }, "/a%20b", "accepted"],
  ["simple list", { in: "path", schema: INTEGERS }, "/1,2", "accepted"],
  ["simple list with another item", { in: "path", schema: INTEGERS }, "/1,b", "path.p/1"],
  ["simple list with an escaped comma", { in: "path", schema: { const: ["a,b", "c"] } }, "/a%2Cb,c", "accepted"],
  ["simple object", { in: "path", schema: CLOSED }, "/x,1,y,2", "accepted"],
  ["simple object, exploded", { in: "path", explode: true, schema: CLOSED }, "/x=1,y=2", "accepted"],
  ["simple object, not exploded", { in: "path", explode: true, schema: CLOSED }, "/x,1,y,2", "path.p"],
  ["label", { in: "path", style: "label", schema: { type: "integer" } }, "/.7", "accepted"],
  ["label without a dot", { in: "path", style: "label", schema: { type: "integer" } }, "/7", "path.p"],
  ["label list", { in: "path", style: "label", schema: INTEGERS }, "/.1,2", "accepted"],
  ["label list, exploded", { in: "path", style: "label", explode: true, schema: INTEGERS }, "/.1.2", "accepted"],
  ["label object, exploded", { in: "path", style: "label", explode: true, schema: CLOSED }, "/.x=1.y=2", "accepted"],
  ["matrix", { in: "path", style: "matrix", schema: { type: "integer" } }, "/;p=7", "accepted"],
  ["matrix given twice", { in: "path", style: "matrix", schema: INTEGERS }, "/;p=1;p=2", "path.p"],
  ["matrix of another name", { in: "path", style: "matrix", schema: { type: "integer" } }, "/;q=7", "path.p"],
  ["matrix list", { in: "path", style: "matrix", schema: INTEGERS }, "/;p=1,2", "accepted"],
  ["matrix list, exploded", { in: "path", style: "matrix", explode: true, schema: INTEGERS }, "/;p=1;p=2", "accepted"],
  ["matrix object, exploded", { in: "path", style: "matrix", explode: true, schema: CLOSED }, "/;x=1;y=2", "accepted"],
  ["form", { in: "query", schema: { type: "integer" } }, "/?p=7", "accepted"],
  ["form with a blank", { in: "query", schema: { const: "a b" } }, "/?p=a+b", "accepted"],
  ["form with an escaped plus", { in: "query", schema: { const: "a+b" } }, "/?p=a%2Bb", "accepted"],
  ["form, missing", { in: "query", required: true }, "/?q=7", "query.p"],
  ["form, missing and not required", { in: "query" }, "/?q=7", "accepted"],
  ["form, of another type", { in: "query", schema: { type: "boolean" } }, "/?p=yes", "query.p"],
  ["form, reserved characters", { in: "query" }, "/?p=a:b", "query.p?"],
  ["form, reserved characters allowed", { in: "query", allowReserved: true }, "/?p=a:b", "accepted"],
  ["form list, exploded", { in: "query", schema: INTEGERS }, "/?p=1&p=2", "accepted"],
  ["form list of one", { in: "query", schema: INTEGERS }, "/?p=1", "accepted"],
  ["form list written as one", { in: "query", schema: INTEGERS }, "/?p=1,2", "query.p/0"],
  ["form list", { in: "query", explode: false, schema: INTEGERS }, "/?p=1,2", "accepted"],
  ["form list, given twice", { in: "query", explode: false, schema: INTEGERS }, "/?p=1&p=2", "query.p"],
  ["form list, too long", { in: "query", schema: { ...INTEGERS, maxItems: 1 } }, "/?p=1&p=2", "query.p"],
  ["form object, exploded", { in: "query", schema: CLOSED }, "/?x=1&y=2&z=3", "accepted"],
  ["form object, exploded, of another type", { in: "query", schema: CLOSED }, "/?x=a", "query.p/x"],
  ["form object, exploded, missing", { in: "query", required: true, schema: CLOSED }, "/?z=3", "query.p"],
  ["form object", { in: "query", explode: false, schema: CLOSED }, "/?p=x,1,y,2", "accepted"],
  [
    "spaceDelimited",
    { in: "query", style: "spaceDelimited", explode: false, schema: INTEGERS },
    "/?p=1%202",
    "accepted",
  ],
  ["pipeDelimited", { in: "query", style: "pipeDelimited", explode: false, schema: INTEGERS }, "/?p=1%7C2", "accepted"],
  [
    "pipeDelimited, bare",
    { in: "query", style: "pipeDelimited", explode: false, schema: INTEGERS },
    "/?p=1|2",
    "accepted",
  ],
  ["deepObject", { in: "query", style: "deepObject", schema: CLOSED }, "/?p[x]=1&p[y]=2", "accepted"],
  ["deepObject, escaped", { in: "query", style: "deepObject", schema: CLOSED }, "/?p%5Bx%5D=1", "accepted"],
  ["deepObject, another property", { in: "query", style: "deepObject", schema: CLOSED }, "/?p[x]=1&p[z]=2", "query.p"],
  ["deepObject, nested", { in: "query", style: "deepObject", schema: POINT }, "/?p[x][y]=1", "query.p"],
  ["content", { in: "query", content: { "application/json": { schema: CLOSED } } }, "/?p=%7B%22x%22:1%7D", "accepted"],
  [
    "content, of another type",
    { in: "query", content: { "application/json": { schema: CLOSED } } },
    "/?p=[]",
    "query.p",
  ],
  ["content that is no JSON", { in: "query", content: { "application/json": { schema: CLOSED } } }, "/?p=x", "query.p"],
  ["content in XML", { in: "query", content: { "application/xml": { schema: CLOSED } } }, "/?p=x", "query.p?"],
  ["a style that is none", { in: "query", style: "loose" }, "/?p=x", "query.p?"],
];

describe("a parameter", () => {
  test.each(PARAMETERS)("%s", async (_, parameter, url, expected) => {
    const path = (parameter as { in: string }).in === "path" ? "/{p}" : "/";
    const fragment = { [`get ${path}`]: { parameters: [{ name: "p", ...parameter }] } };
    expect(await judgeByFragment(fragment, { request: requestOf(`GET ${url}`), response: null })).toBe(expected);
  });
});

/** Parameters, headers of a request, and what is said of it. */
const HEADERS: readonly (readonly [string, object, Record<string, string>, string])[] = [
  ["a header", { in: "header", schema: { type: "integer" } }, { P: "7" }, "accepted"],
  ["a header of another type", { in: "header", schema: { type: "integer" } }, { p: "a" }, "header.p"],
  ["a header that is missing", { in: "header", required: true }, {}, "header.p"],
  ["a header with a list", { in: "header", schema: INTEGERS }, { p: "1, 2" }, "accepted"],
  ["a header with an object", { in: "header", schema: CLOSED }, { p: "x,1" }, "accepted"],
  ["a header with an object, exploded", { in: "header", explode: true, schema: CLOSED }, { p: "x=1,y=2" }, "accepted"],
  ["a cookie", { in: "cookie", schema: { type: "integer" } }, { Cookie: "a=b; p=7" }, "accepted"],
  ["a cookie that is missing", { in: "cookie", required: true }, { cookie: "a=b" }, "cookie.p"],
];

describe("beside the URL", () => {
  test.each(HEADERS)("%s", async (_, parameter, headers, expected) => {
    const fragment = { "get /": { parameters: [{ name: "p", ...parameter }] } };
    expect(await judgeByFragment(fragment, { request: requestOf("GET /", { headers }), response: null })).toBe(
      expected,
    );
  });
});

const SCHEMES = {
  securitySchemes: {
    header: { type: "apiKey", in: "header", name: "X-Key" },
    query: { type: "apiKey", in: "query", name: "key" },
    cookie: { type: "apiKey", in: "cookie", name: "sid" },
    basic: { type: "http", scheme: "basic" },
    bearer: { type: "http", scheme: "bearer" },
    oauth: { type: "oauth2", flows: {} },
    oidc: { type: "openIdConnect", openIdConnectUrl: "https://id.example.org/.well-known/openid-configuration" },
    tls: { type: "mutualTLS" },
  },
};

function jwt(claims: object): string {
  return `Bearer x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.y`;
}

/** Alternatives, a request, and what is said of it. */
const CREDENTIALS: readonly (readonly [string, readonly object[], HttpRequest, string])[] = [
  ["nothing is asked for", [], requestOf("GET /"), "accepted"],
  ["a key in a header", [{ header: [] }], requestOf("GET /", { headers: { "x-key": "k" } }), "accepted"],
  ["no key in a header", [{ header: [] }], requestOf("GET /"), "security"],
  ["an empty key", [{ header: [] }], requestOf("GET /", { headers: { "x-key": "" } }), "security"],
  ["a key in the query", [{ query: [] }], requestOf("GET /?key=k"), "accepted"],
  ["a key in another place", [{ query: [] }], requestOf("GET /", { headers: { key: "k" } }), "security"],
  ["a key in a cookie", [{ cookie: [] }], requestOf("GET /", { headers: { cookie: "sid=k" } }), "accepted"],
  ["basic", [{ basic: [] }], requestOf("GET /", { headers: { authorization: "basic eDp5" } }), "accepted"],
  ["bearer for basic", [{ basic: [] }], requestOf("GET /", { headers: { authorization: "Bearer x" } }), "security"],
  [
    "bearer without a token",
    [{ bearer: [] }],
    requestOf("GET /", { headers: { authorization: "Bearer" } }),
    "security",
  ],
  ["a token for OAuth", [{ oauth: ["a"] }], requestOf("GET /", { headers: { authorization: "Bearer x" } }), "accepted"],
  [
    "a token with the scope",
    [{ oauth: ["a"] }],
    requestOf("GET /", { headers: { authorization: jwt({ scope: "b a" }) } }),
    "accepted",
  ],
  [
    "a token without the scope",
    [{ oauth: ["a"] }],
    requestOf("GET /", { headers: { authorization: jwt({ scope: "b" }) } }),
    "security",
  ],
  [
    "roles of a bearer",
    [{ bearer: ["a"] }],
    requestOf("GET /", { headers: { authorization: jwt({ scope: "b" }) } }),
    "accepted",
  ],
  [
    "a token of the provider",
    [{ oidc: [] }],
    requestOf("GET /", { headers: { authorization: jwt({ iss: "https://id.example.org" }) } }),
    "accepted",
  ],
  [
    "a token of another",
    [{ oidc: [] }],
    requestOf("GET /", { headers: { authorization: jwt({ iss: "https://id.example.com" }) } }),
    "security?",
  ],
  ["a certificate", [{ tls: [] }], requestOf("GET /"), "security?"],
  ["a key, or a certificate", [{ header: [] }, { tls: [] }], requestOf("GET /"), "security?"],
  ["one of two", [{ header: [] }, { query: [] }], requestOf("GET /?key=k"), "accepted"],
  ["both of two", [{ header: [], query: [] }], requestOf("GET /?key=k"), "security"],
  ["anonymous", [{ header: [] }, {}], requestOf("GET /"), "accepted"],
];

test.each(CREDENTIALS)("credentials: %s", async (_, security, sent, expected) => {
  const fragment = { "get /": { security }, components: SCHEMES };
  expect(await judgeByFragment(fragment, { request: sent, response: null })).toBe(expected);
});

const JSON_ONLY = { content: { "application/json": { schema: CLOSED } } };
const OK: HttpResponse = { status: "200", headers: { "content-type": "application/json" }, body: '{"x":1}' };

/** Responses that are described, one that is sent, and what is said of it. */
const RESPONSES: readonly (readonly [string, object, HttpResponse, string])[] = [
  ["as described", { "200": JSON_ONLY }, OK, "accepted"],
  ["of another type", { "200": JSON_ONLY }, { ...OK, body: "[]" }, "body"],
  ["in another media type", { "200": JSON_ONLY }, { ...OK, headers: { "content-type": "text/csv" } }, "content-type"],
  ["without its body", { "200": JSON_ONLY }, { status: "200", headers: {} }, "body"],
  ["with a body that is not described", { "200": {} }, OK, "body"],
  ["of a status that is not described", { "201": {} }, { status: "200", headers: {} }, "status"],
  ["of a range", { "2XX": {} }, { status: "204", headers: {} }, "accepted"],
  ["of a range in small letters", { "2xx": {} }, { status: "204", headers: {} }, "accepted"],
  ["of its status before its range", { "200": {}, "2XX": JSON_ONLY }, { status: "200", headers: {} }, "accepted"],
  ["by default", { default: {} }, { status: "418", headers: {} }, "accepted"],
  [
    "without a header",
    { "200": { headers: { ETag: { required: true } } } },
    { status: "200", headers: {} },
    "header.ETag",
  ],
  [
    "with a header",
    { "200": { headers: { ETag: { required: true } } } },
    { status: "200", headers: { etag: "a" } },
    "accepted",
  ],
  [
    "with a header of another type",
    { "200": { headers: { N: { schema: { type: "integer" } } } } },
    { status: "200", headers: { n: "a" } },
    "header.N",
  ],
  [
    "without what only requests have",
    {
      "200": {
        content: {
          "application/json": {
            schema: { type: "object", required: ["pin"], properties: { pin: { writeOnly: true } } },
          },
        },
      },
    },
    { ...OK, body: "{}" },
    "accepted",
  ],
];

test.each(RESPONSES)("a response %s", async (_, responses, response, expected) => {
  expect(await judgeByFragment({ "get /": { responses } }, { request: requestOf("GET /"), response })).toBe(expected);
});

/** What is offered, an `Accept`, the status of the response, and what is said of it. */
const ACCEPTS: readonly (readonly [string, object, string, string | undefined, string])[] = [
  ["the type that is offered", { "200": JSON_ONLY }, "application/json", undefined, "accepted"],
  ["a range of it", { "200": JSON_ONLY }, "text/csv, application/*;q=0.5", undefined, "accepted"],
  ["another", { "200": JSON_ONLY }, "text/csv", undefined, "accept"],
  ["it with weight nought", { "200": JSON_ONLY }, "application/json;q=0", undefined, "accept"],
  ["anything, where there is no body", { "204": {} }, "text/csv", undefined, "accepted"],
  [
    "what only an error has",
    { "200": JSON_ONLY, "404": { content: { "text/csv": {} } } },
    "text/csv",
    undefined,
    "accept",
  ],
];

test.each(ACCEPTS)("asking for %s", async (_, responses, accept, status, expected) => {
  const response = status === undefined ? null : { status, headers: {} };
  expect(
    await judgeByFragment(
      { "get /": { responses } },
      { request: requestOf("GET /", { headers: { accept } }), response },
    ),
  ).toBe(expected);
});

/** A request that leads nowhere, and where it fails. */
const ROUTES: readonly (readonly [string, string, string])[] = [
  ["no path", "GET /none", "path"],
  ["no method", "PUT /users/me", "method"],
  ["no host", "GET https://other.example.org/users/me", "server"],
  ["a concrete path before a template", "GET https://api.example.org/users/me", "accepted"],
];

test.each(ROUTES)("the route: %s", async (_, line, expected) => {
  const id = { name: "id", in: "path", schema: { type: "integer" } };
  const fragment = {
    servers: [{ url: "https://api.example.org" }],
    "get /users/{id}": { parameters: [id] },
    "get /users/me": {},
  };
  expect(await judgeByFragment(fragment, { request: requestOf(line), response: null })).toBe(expected);
});
