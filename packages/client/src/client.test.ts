import { describe, expect, test } from "vitest";
import type { CallOptions } from "./client.ts";
import type { OperationEntry } from "./entry.ts";
import { createClient, operation } from "./index.ts";
import type { RawInput } from "./request.ts";
import { plainOperation } from "./testing/plain-operation.ts";

/** Calls an operation of any shape with a fetch that answers by itself. */
async function call(
  entry: Partial<OperationEntry>,
  input: RawInput,
  answer: () => Response,
  options: CallOptions = {},
) {
  const seen: { url: string; init: RequestInit & { headers: Headers } }[] = [];
  const client = createClient({
    baseUrl: "http://api.test/v1/",
    consumer: "shop",
    auth: { token: async () => "t1", key: "k1" },
    fetch: async (url, init) => {
      seen.push({ url: String(url), init: init as (typeof seen)[number]["init"] });
      return answer();
    },
  });
  const run = plainOperation({ path: "/things", ...entry });
  return { result: await run(client, input, options), seen };
}
const json =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    Response.json(body, init);

describe("a call", () => {
  test("is sent as its entry and its input say", async () => {
    const entry = { method: "PUT", path: "/things/{id}", body: { mediaType: "application/json" } };
    const input = { path: { id: "a/b" }, query: { q: ["x", "y z"] }, headers: { "X-A": 1 }, body: { n: 1 } };
    const { result, seen } = await call(entry, input, json({ ok: true }));
    expect(result).toMatchObject({ data: { ok: true }, error: undefined, tries: 1, degraded: false });
    expect(seen[0]?.url).toBe("http://api.test/v1/things/a%2Fb?q=x&q=y%20z");
    expect(seen[0]?.init).toMatchObject({ method: "PUT", body: '{"n":1}' });
    expect(Object.fromEntries(seen[0]?.init.headers ?? [])).toEqual({
      accept: "application/json, application/problem+json, */*;q=0.1",
      "content-type": "application/json",
      "x-a": "1",
      "x-consumer": "shop",
    });
  });

  test.each([
    [[[{ scheme: "token", in: "bearer" }]], { authorization: "Bearer t1" }, ""],
    [[[{ scheme: "unknown", in: "bearer" }], [{ scheme: "key", in: "query", name: "api key" }]], {}, "?api%20key=k1"],
    [
      [
        [
          { scheme: "key", in: "cookie", name: "k" },
          { scheme: "token", in: "header", name: "X-T" },
        ],
      ],
      { cookie: "k=k1", "x-t": "t1" },
      "",
    ],
    [[[], [{ scheme: "token", in: "bearer" }]], { authorization: "Bearer t1" }, ""],
    [[[], [{ scheme: "unknown", in: "bearer" }]], {}, ""],
  ] as const)(
    "carries the credentials of the first alternative that can be met: %j",
    async (security, headers, query) => {
      const { seen } = await call({ security }, {}, json({}));
      const { accept: _, "x-consumer": __, ...rest } = Object.fromEntries(seen[0]?.init.headers ?? []);
      expect(rest).toEqual(headers);
      expect(seen[0]?.url).toBe(`http://api.test/v1/things${query}`);
    },
  );

  test.each([
    [{ in: "header", name: "X-Key" }, "manual"],
    [{ in: "cookie", name: "key" }, "manual"],
    [{ in: "bearer" }, undefined],
    [{ in: "query", name: "key" }, undefined],
  ] as const)("follows no redirect with a key that it would take to another server: %j", async (place, redirect) => {
    const answer = () => new Response(null, { status: 302, headers: { location: "http://evil.test/" } });
    const { result, seen } = await call({ security: [[{ scheme: "key", ...place }]], errors: ["default"] }, {}, answer);
    expect(seen.map(({ init }) => init.redirect)).toEqual([redirect]);
    expect(result.error?.message).toBe("op: the provider answered 302, but the redirect was not followed.");
  });

  test.each([
    ["application/jsonl", '1\n{"a":2}\n'],
    ["application/json-seq", '\u001e1\n\u001e{"a":2}\n'],
  ])("writes a list as items one after another, as its media type says: %s", async (mediaType, body) => {
    const { seen } = await call({ method: "POST", body: { mediaType } }, { body: [1, { a: 2 }] }, json({}));
    expect(seen[0]?.init.body).toBe(body);
  });

  test.each([
    [{}, "the path parameter `id` is missing or empty"],
    [{ id: "" }, "the path parameter `id` is missing or empty"],
    [{ id: [] }, "the path parameter `id` is missing or empty"],
    [{ id: ".." }, "must not be `.` or `..`"],
  ])("is not sent where its path would not be that of the contract: %j", async (path, message) => {
    const { result, seen } = await call({ path: "/things/{id}" }, { path }, json({}));
    expect(seen).toEqual([]);
    expect(result.error).toMatchObject({ kind: "request", message: expect.stringContaining(message) });
  });
});

describe("a caller may say", () => {
  test("its own key, media type and headers, which go before those of the client", async () => {
    const entry = { method: "POST", idempotency: "key", body: { mediaType: "application/json" } } as const;
    const own = { idempotencyKey: "order-7", mediaType: "text/csv", headers: { Accept: "text/csv" } };
    const { seen } = await call(entry, { body: "a,b" }, json({}), own);
    expect(seen[0]?.init.body).toBe("a,b");
    expect(Object.fromEntries(seen[0]?.init.headers ?? [])).toEqual({
      accept: "text/csv",
      "content-type": "text/csv",
      "idempotency-key": "order-7",
      "x-consumer": "shop",
    });
  });

  test("that failures are thrown", async () => {
    const answers = [json({ n: 1 }), json({}, { status: 404 })];
    const fetch = async () => (answers.shift() as () => Response)();
    const client = createClient({ baseUrl: "http://a.test", style: "throw", fetch });
    const get = operation<{ parameters: object; responses: { 200: object; 404: object } }>({
      name: "get",
      method: "GET",
      path: "/",
      errors: ["404"],
    });
    expect((await get(client)).data).toEqual({ n: 1 });
    await expect(get(client)).rejects.toThrow("get: the provider answered 404.");
  });

  test.each([
    [{ retry: { tries: 0 } }, "The option `retry.tries` must be a number of at least 1; it is 0."],
    [{ timeout: Number.NaN }, "The option `timeout` must be a number of at least 1; it is NaN."],
  ])("no number that cannot be meant: %j", (options, message) => {
    expect(() => createClient({ baseUrl: "http://a.test", ...options })).toThrow(message);
  });
});

test("basic credentials are sent in UTF-8", async () => {
  const seen: Headers[] = [];
  const client = createClient({
    baseUrl: "http://a.test",
    auth: { login: "jürgen:pässword" },
    fetch: async (_, { headers }) => {
      seen.push(headers as Headers);
      return new Response(null, { status: 204 });
    },
  });
  await operation<{ parameters: object; responses: { 204: object } }>({
    name: "get",
    method: "GET",
    path: "/",
    security: [[{ scheme: "login", in: "basic" }]],
  })(client);
  expect(seen[0]?.get("authorization")).toBe(`Basic ${Buffer.from("jürgen:pässword").toString("base64")}`);
});

describe("an answer", () => {
  const problem = { type: "about:blank", title: "No such thing." };

  test("with a declared status is an error of that status, with its problem", async () => {
    const headers = { "content-type": "application/problem+json" };
    const { result } = await call({ errors: ["404"] }, {}, json(problem, { status: 404, headers }));
    expect(result.error).toMatchObject({ kind: "status", status: 404, body: problem, problem });
    expect(result.error?.message).toBe("op: the provider answered 404 (No such thing).");
  });

  test.each([
    [["4XX"], "status"],
    [["default"], "status"],
    [["500"], "unexpected"],
    [undefined, "unexpected"],
  ])("with a status is declared by %j: %s", async (errors, kind) => {
    const { result } = await call({ ...(errors && { errors }) }, {}, json({}, { status: 404 }));
    expect(result.error?.kind).toBe(kind);
  });

  test("that is no JSON although it says so is an error, with what came", async () => {
    const headers = { "content-type": "application/json" };
    const { result } = await call({}, {}, () => new Response('{"a":', { headers }));
    expect(result.error).toMatchObject({ kind: "unexpected", status: 200, body: '{"a":' });
  });

  test("is read by its media type", async () => {
    const of = (type: string, body: string) => () => new Response(body, { headers: { "content-type": type } });
    expect((await call({}, {}, of("text/plain", "a"))).result.data).toBe("a");
    expect((await call({}, {}, () => new Response(null, { status: 204 }))).result.data).toBe(undefined);
    const image = (await call({}, {}, of("image/png", "a"))).result.data as Blob;
    expect(await image.text()).toBe("a");
    const lines = (await call({}, {}, of("application/jsonl", '{"a":1}\r\n\n{"a":2}'))).result.data;
    expect(await listOf(lines as AsyncIterable<unknown>)).toEqual([{ a: 1 }, { a: 2 }]);
    const stream = "event: x\ndata: 1\ndata: 2\nid: 7\n\n: note\ndata:3\r\n\r\ndata: lost";
    const events = (await call({}, {}, of("text/event-stream", stream))).result.data;
    expect(await listOf(events as AsyncIterable<unknown>)).toEqual([
      { event: "x", data: "1\n2", id: "7" },
      { event: "message", data: "3", id: "7" },
    ]);
  });
});

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
