import { describe, expect, test } from "vitest";
import { createClient, type JudgedMessage, type OperationEntry, validation } from "../../packages/client/src/index.ts";
import type { RawInput } from "../../packages/client/src/request.ts";
import { plainOperation } from "../../packages/client/src/testing/plain-operation.ts";
import { EntryMaker } from "../../packages/engine/src/client/entry.ts";
import { functionNames } from "../../packages/engine/src/client/names.ts";
import { validatorTable } from "../../packages/engine/src/client/validator-table.ts";
import { Contract, judgeExchange } from "../../packages/engine/src/exchange/contract.ts";
import type { HttpRequest } from "../../packages/engine/src/exchange/exchange.ts";
import { memoryHost } from "../../packages/engine/src/host/memory.ts";
import { loadDescription } from "../../packages/engine/src/load/description.ts";
import { Api } from "../../packages/engine/src/model/api.ts";
import { completeFragment, type Fragment } from "../../packages/engine/src/testing/fragment.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";

/*
 * A call is judged as the exchange judge judges what was on the wire: both name the same places.
 */

interface Case {
  readonly fragment: Fragment;
  readonly input?: RawInput;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer?: readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>];
}

/** Places of violations, and with a question mark of what was not judged; `accepted` where there is neither. */
function placesOf(refused: readonly string[], unclear: readonly string[]): string {
  return [...refused, ...unclear.map((at) => `${at}?`)].join(" ") || "accepted";
}

/** What the client and the exchange judge say of one call of the only operation of a fragment. */
async function judged({ fragment, input = {}, headers = {}, answer = [200, {}] }: Case) {
  const files = { "/api.json": JSON.stringify(completeFragment(fragment)) };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files });
  const api = new Api(valueIn(await loadDescription("/api.json", host)));
  const names = functionNames(api.revision.operations);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("the fragment has no operation");
  const entry: OperationEntry = new EntryMaker(api, names, operation.servers.defaults).entry(operation);
  const told: JudgedMessage[] = [];
  const [status, body, more = {}] = answer;
  const type = typeof body === "string" ? "text/plain" : "application/json";
  const text = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
  const responseHeaders = new Headers({ ...(text !== null && { "content-type": type }), ...more });
  let request: HttpRequest | undefined;
  const client = createClient({
    baseUrl: "http://a.test",
    headers,
    hooks: { onValidation: (message) => void told.push(message) },
    validation: validation(JSON.parse(JSON.stringify(validatorTable(api, names))), "warn"),
    fetch: async (url, init) => {
      const sent = init.body as string | undefined;
      request = {
        method: entry.method,
        url: String(url).replace("http://a.test", ""),
        headers: Object.fromEntries(init.headers as Headers),
        ...(sent !== undefined && { body: sent }),
      };
      return new Response(text, { status, headers: responseHeaders });
    },
  });
  const { error } = await plainOperation(entry)(client, input, { retry: false });
  if (request === undefined) throw error;
  const response = {
    status: String(status),
    headers: Object.fromEntries(responseHeaders),
    ...(text !== null && { body: text }),
  };
  const { remarks } = judgeExchange({ request, response }, new Contract(api.revision));
  const of = (kind: string) => remarks.flatMap((remark) => (remark.kind === kind ? remark.at : []));
  return {
    client: placesOf(
      told.flatMap(({ violations }) => violations.map(({ at }) => at)),
      told.flatMap(({ unchecked }) => unchecked.map(({ at }) => at)),
    ),
    judge: placesOf(of("refused"), of("unclear")),
  };
}

const parameter = (place: string, schema: object, more: object = {}): Fragment => ({
  [place === "path" ? "get /{p}" : "get /"]: {
    parameters: [{ name: "p", in: place, required: true, schema, ...more }],
  },
});
const EMPTY = { allowEmptyValue: true };
const integers = { type: "array", items: { type: "integer", maximum: 9 } };
const user = {
  type: "object",
  properties: {
    id: { type: "integer", readOnly: true },
    password: { type: "string", writeOnly: true },
    name: { type: "string", maxLength: 3 },
    tags: { type: "array", items: { enum: ["a", "b"] } },
  },
  required: ["id", "password"],
  additionalProperties: false,
};
const answering = (response: object): Fragment => ({ "get /": { response } });
const described = (responses: object): Fragment => ({ "get /": { responses } });
const form = (schema: object): Fragment => ({
  "post /": { requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema } } } },
});

describe("a request", () => {
  test.each<[string, string, Fragment, RawInput, Case["headers"]?]>([
    ["a query parameter", "accepted", parameter("query", { type: "integer" }), { query: { p: 5 } }],
    ["of the wrong type", "query.p", parameter("query", { type: "integer" }), { query: { p: "x" } }],
    ["that is missing", "query.p", parameter("query", { type: "integer" }), {}],
    ["that is optional and missing", "accepted", parameter("query", {}, { required: false }), {}],
    ["that is empty", "query.p", parameter("query", { type: "integer" }), { query: { p: "" } }],
    ["that may be empty", "accepted", parameter("query", { type: "integer" }, EMPTY), { query: { p: "" } }],
    ["that may be empty and is not", "query.p", parameter("query", { type: "integer" }, EMPTY), { query: { p: "x" } }],
    ["a list in a query", "accepted", parameter("query", integers), { query: { p: [1, 2] } }],
    ["with an item that is refused", "query.p/1", parameter("query", integers), { query: { p: [1, 10] } }],
    ["an empty list, of which nothing is sent", "query.p", parameter("query", integers), { query: { p: [] } }],
    ["a document in a query", "accepted", documentIn("query"), { query: { p: { n: 1 } } }],
    ["a document that is refused", "query.p/n", documentIn("query"), { query: { p: { n: "1" } } }],
    ["a path parameter", "accepted", parameter("path", { pattern: "^a" }), { path: { p: "ab" } }],
    ["that does not match", "path.p", parameter("path", { type: "string", pattern: "^a" }), { path: { p: "ba" } }],
    ["a cookie", "cookie.p", parameter("cookie", { type: "boolean" }), { cookies: { p: "maybe" } }],
    ["a header", "accepted", parameter("header", { type: "integer" }), { headers: { p: 5 } }],
    ["a header that is refused", "header.p", parameter("header", { type: "integer" }), { headers: { p: "x" } }],
    ["a header that the client has", "accepted", parameter("header", { type: "integer" }), {}, { P: "5" }],
    ["a header that is missing", "header.p", parameter("header", { type: "integer" }), {}],
    ["a list in a header", "accepted", parameter("header", integers), { headers: { p: [1, 2] } }],
    ["a list with pipes in a header", "accepted", piped("header"), { headers: { p: [1, 2] } }],
    ["a list with pipes and an item that is refused", "header.p/1", piped("header"), { headers: { p: [1, 10] } }],
    ["a list with pipes in a path", "accepted", piped("path"), { path: { p: [1, 2] } }],
    ["a list with pipes in a query", "accepted", piped("query"), { query: { p: [1, 2] } }],
    ["a body without what only responses have", "accepted", { "post /": { body: user } }, { body: { password: "x" } }],
    ["a body without what it needs", "body", { "post /": { body: user } }, { body: { id: 1 } }],
    ["a body with a member too long", "body/name", bodyOf(user), { body: { password: "x", name: "long" } }],
    ["a body with an item that is refused", "body/tags/1", bodyOf(user), { body: { password: "x", tags: ["a", "c"] } }],
    ["a body with a member that is not declared", "body", bodyOf(user), { body: { password: "x", more: 1 } }],
    ["a body that is missing", "body", bodyOf(user), {}],
    ["a form", "accepted", form({ properties: { n: { type: "integer" } } }), { body: { n: 1 } }],
    ["a form with a long number", "accepted", form({ properties: { n: { type: "integer" } } }), { body: { n: 9n } }],
    ["a form of which nothing is sent", "body", form({ required: ["l"] }), { body: { l: [] } }],
    ["a form that is refused", "body/n", form({ properties: { n: { type: "integer" } } }), { body: { n: "x" } }],
  ])("%s: %s", async (_, places, fragment, input, headers) => {
    // Of the response nothing is described.
    const answer = [204] as const;
    const open = Object.fromEntries(
      Object.entries(fragment).map(([key, operation]) => [key, { ...(operation as object), responses: { 204: {} } }]),
    );
    expect(await judged({ fragment: open, input, answer, ...(headers && { headers }) })).toEqual({
      client: places,
      judge: places,
    });
  });
});

/** As `collectionFormat: pipes` of OpenAPI 2.0 is read. */
function piped(place: string): Fragment {
  return parameter(place, integers, { style: "pipeDelimited", explode: false });
}

function documentIn(place: string): Fragment {
  const schema = { type: "object", properties: { n: { type: "integer" } } };
  const content = { "application/json": { schema } };
  return { "get /": { parameters: [{ name: "p", in: place, required: true, content }] } };
}

function bodyOf(body: object): Fragment {
  return { "post /": { body } };
}

const etag = (header: object): Fragment => described({ 200: { headers: { ETag: header } } });
const plain = (schema: object): Fragment => described({ 200: { content: { "text/plain": { schema } } } });

describe("a response", () => {
  test.each<[string, string, Fragment, Case["answer"]]>([
    ["a body", "accepted", answering(user), [200, { id: 1 }]],
    ["without what it needs", "body", answering(user), [200, { name: "a" }]],
    ["with a member of another type", "body/name", answering(user), [200, { id: 1, name: 2 }]],
    ["null", "body", answering(user), [200, null]],
    ["a status that is not declared", "status", answering(user), [202, { id: 1 }]],
    ["an error that is not declared", "status", answering(user), [500, {}]],
    ["a status of a range", "body", described({ "2XX": { content: json(user) } }), [201, {}]],
    ["an error by default", "body", described({ default: { content: json(user) } }), [404, {}]],
    ["the status before its range", "accepted", described({ "4XX": { content: json(user) }, 404: {} }), [404]],
    ["a body that is missing", "body", answering(user), [200]],
    ["a body that is not described", "body", described({ 200: {} }), [200, {}]],
    ["no body where none can be", "accepted", described({ 204: { content: json(user) } }), [204]],
    ["another media type", "content-type", answering(user), [200, "text"]],
    ["a media type with parameters", "accepted", answering({}), [200, {}, { "content-type": "application/json; v=1" }]],
    ["a text", "accepted", plain({ type: "string", maxLength: 4 }), [200, "text"]],
    ["a text too long", "body", plain({ type: "string", maxLength: 3 }), [200, "text"]],
    ["a header", "accepted", etag({ schema: { type: "integer" } }), [200, undefined, { etag: "5" }]],
    ["a header that is refused", "header.ETag", etag({ schema: { type: "integer" } }), [200, undefined, { etag: "a" }]],
    ["a header that is missing", "header.ETag", etag({ required: true }), [200]],
    ["a list in a header", "accepted", etag({ schema: integers }), [200, undefined, { etag: "1, 2" }]],
    [
      "a list with pipes",
      "accepted",
      etag({ schema: integers, style: "pipeDelimited" }),
      [200, undefined, { etag: "1|2" }],
    ],
    ["a document in a header", "header.ETag", etag({ content: json(user) }), [200, undefined, { etag: "{}" }]],
    ["a schema that cannot be read", "body?", answering({ $ref: "#/nowhere" }), [200, {}]],
  ])("%s: %s", async (_, places, fragment, answer) => {
    expect(await judged({ fragment, ...(answer && { answer }) })).toEqual({ client: places, judge: places });
  });
});

function json(schema: object) {
  return { "application/json": { schema } };
}
