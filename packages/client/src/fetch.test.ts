import { describe, expect, test } from "vitest";
import type { OperationEntry } from "./entry.ts";
import { type FetchOptions, isDegraded, reliableFetch } from "./fetch.ts";
import type { JudgedMessage } from "./hooks.ts";
import { recordings } from "./recordings.ts";
import { StaleCache } from "./stale.ts";
import { validation } from "./validation.ts";
import type { ValidatorTable } from "./validators/table.ts";
import { WORLD } from "./world.ts";

const ENTRIES: readonly OperationEntry[] = [
  { name: "list", method: "GET", path: "/users" },
  { name: "add", method: "POST", path: "/users" },
  { name: "pay", method: "GET", path: "/payments", criticality: "critical" },
];

/** A reliable fetch of a provider whose answers are given one after another. */
function fetchOf(answers: readonly (() => Response)[], options: Partial<FetchOptions> = {}) {
  const left = [...answers];
  const fetch = async () => (left.shift() as () => Response)();
  return reliableFetch(ENTRIES, {
    baseUrl: "http://a.test",
    retry: { tries: 1 },
    world: { ...WORLD, fetch },
    ...options,
  });
}
const good = () => Response.json({ n: 1, token: "s-1" });
const out = () => new Response("down", { status: 503 });
const down = () => {
  throw new TypeError("no connection");
};
/** The validators of two of them. */
const VALIDATORS: ValidatorTable = {
  schemas: [{}, { types: 32, objects: [{ properties: { n: 2 }, required: ["n"] }] }, { types: 4 }],
  operations: {
    list: {
      parameters: [{ in: "query", name: "q", required: true, schema: 2 }],
      responses: {
        200: { content: { "application/json": { json: 1 }, "text/event-stream": {}, "application/pdf": {} } },
      },
    },
    add: {
      parameters: [{ in: "header", name: "x-n", required: true, schema: 0 }],
      body: { required: true, content: { "application/json": { json: 1 } } },
      responses: { 204: {} },
    },
  },
};
/** Waits until what goes on beside a call is over. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe("an exchange of a reliable fetch is recorded", () => {
  async function recorded(answer: () => Response, run: (send: ReturnType<typeof fetchOf>) => Promise<unknown>) {
    const lines: string[] = [];
    const result = await run(fetchOf([answer], { hooks: recordings((line) => lines.push(line)) }));
    await settled();
    return { result, exchanges: lines.map((line) => JSON.parse(line)) };
  }

  test("while its caller reads the answer, with the body of a `Request` that is not repeated", async () => {
    const init = { method: "POST", body: '{"name":"a","pin":"s-2"}', headers: { "content-type": "application/json" } };
    const { result, exchanges } = await recorded(good, async (send) =>
      (await send(new Request("http://a.test/users", init))).json(),
    );
    expect(result).toEqual({ n: 1, token: "s-1" });
    expect(exchanges).toMatchObject([
      {
        request: { method: "POST", url: "http://a.test/users", body: '{"name":"a","pin":"REDACTED"}' },
        response: { status: 200, body: '{"n":1,"token":"REDACTED"}' },
      },
    ]);
  });

  test("where no answer came, and without a body where it broke off", async () => {
    const { exchanges } = await recorded(down, (send) => send("http://a.test/users").catch(() => {}));
    expect(exchanges).toMatchObject([{ response: null }]);
    const broken = () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error("broken")) }), {
        headers: { "content-type": "text/plain" },
      });
    const half = await recorded(broken, async (send) => (await send("http://a.test/users")).text().catch(() => {}));
    expect(half.exchanges.map(({ response }) => response)).toEqual([
      { status: 200, headers: { "content-type": "text/plain" } },
    ]);
  });

  test("but no stream is", async () => {
    const events = () => new Response("data: 1\n\n", { headers: { "content-type": "text/event-stream" } });
    const { exchanges } = await recorded(events, async (send) => (await send("http://a.test/users")).text());
    expect(exchanges).toEqual([]);
  });
});

describe("what a reliable fetch sends and gets is judged", () => {
  const told: JudgedMessage[] = [];
  const judging = (answers: readonly (() => Response)[], options: Partial<FetchOptions> = {}) =>
    fetchOf(answers, {
      validation: validation(VALIDATORS, "throw"),
      hooks: { onValidation: (message) => void told.push(message) },
      ...options,
    });
  const post = (body: string) =>
    new Request("http://a.test/users", {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "x-n": "1" },
    });

  test("and is answered as it is where it keeps the contract", async () => {
    expect(await (await judging([good])("http://a.test/users")).json()).toEqual({ n: 1, token: "s-1" });
    expect((await judging([() => new Response(null, { status: 204 })])(post('{"n":1}'))).status).toBe(204);
  });

  test("and rejects where it breaks the contract", async () => {
    await expect(judging([])(post('{"n":"1"}'))).rejects.toMatchObject({ kind: "invalid", direction: "request" });
    const response = judging([() => Response.json({ n: "1" })])("http://a.test/users");
    await expect(response).rejects.toMatchObject({ kind: "invalid", direction: "response", status: 200 });
  });

  test("but neither parameters in a URL nor streams are", async () => {
    told.length = 0;
    const events = () => new Response("data: 1\n\n", { headers: { "content-type": "text/event-stream" } });
    expect(await (await judging([events])("http://a.test/users")).text()).toBe("data: 1\n\n");
    expect(told.map(({ violations, unchecked }) => [violations, unchecked.map(({ at }) => at)])).toEqual([
      [[], ["query.q"]],
      [[], ["body"]],
    ]);
  });

  test("but neither compressed bodies nor files are, and a file comes at once", async () => {
    told.length = 0;
    const headers = { "content-type": "application/json", "content-encoding": "gzip", "x-n": "1" };
    const packed = new Request("http://a.test/users", { method: "POST", body: new Uint8Array([31, 139]), headers });
    expect((await judging([() => new Response(null, { status: 204 })])(packed)).status).toBe(204);
    expect(told).toMatchObject([{ violations: [], unchecked: [{ at: "body" }] }]);
    const endless = () => new Response(new ReadableStream(), { headers: { "content-type": "application/pdf" } });
    expect((await judging([endless])("http://a.test/users")).status).toBe(200);
  });

  test("and an answer comes at once where only requests are judged", async () => {
    const endless = () => new Response(new ReadableStream(), { headers: { "content-type": "application/json" } });
    const send = judging([endless], { validation: validation(VALIDATORS, { request: "throw" }) });
    expect((await send("http://a.test/users")).status).toBe(200);
  });

  test("and an answer that breaks the contract is not kept to stand in for others", async () => {
    const stale = new StaleCache({ staleIfError: 1_000 });
    const send = judging([() => Response.json({ n: "1" }), down], { stale });
    await expect(send("http://a.test/users")).rejects.toMatchObject({ kind: "invalid" });
    await settled();
    await expect(send("http://a.test/users")).rejects.toMatchObject({ kind: "network" });
  });

  test("and an answer that breaks off is left to its reader, one that takes too long is not waited for", async () => {
    const body = (start: (controller: ReadableStreamDefaultController) => void) => () =>
      new Response(new ReadableStream({ start }), { headers: { "content-type": "application/json" } });
    const broken = await judging([body((controller) => controller.error(new Error("broken")))])("http://a.test/users");
    await expect(broken.text()).rejects.toThrow("broken");
    const slow = judging([body(() => {})], { timeout: 10 })("http://a.test/users");
    await expect(slow).rejects.toMatchObject({ kind: "timeout" });
  });
});

describe("something stands in for a provider that fails", () => {
  test("a stale answer, and says so", async () => {
    const send = fetchOf([good, out, down], { stale: new StaleCache({ staleIfError: 1_000 }) });
    const first = await send("http://a.test/users");
    await settled();
    expect(isDegraded(first)).toBe(false);
    for (const _ of ["status", "connection"]) {
      const response = await send("http://a.test/users");
      expect([await response.json(), isDegraded(response)]).toEqual([{ n: 1, token: "s-1" }, true]);
    }
  });

  test("a fallback, which is told why", async () => {
    const causes: unknown[] = [];
    const fallback: FetchOptions["fallback"] = ({ name }, cause) => {
      causes.push(cause instanceof Response ? cause.status : cause.kind);
      return name === "list" ? Response.json([]) : undefined;
    };
    const send = fetchOf([out, down, out, down], { fallback });
    const answers = [await send("http://a.test/users"), await send("http://a.test/users")];
    expect(answers.map(isDegraded)).toEqual([true, true]);
    expect((await send("http://a.test/users", { method: "POST" })).status).toBe(503);
    await expect(send("http://a.test/users", { method: "POST" })).rejects.toMatchObject({ kind: "network" });
    expect(causes).toEqual([503, "network", 503, "network"]);
  });

  test("though the answer of the provider does not end", async () => {
    const endless = () => new Response(new ReadableStream({ start: () => {} }), { status: 503 });
    const options = { hooks: recordings(() => {}), timeout: 10, fallback: () => Response.json([]) };
    expect(isDegraded(await fetchOf([endless], options)("http://a.test/users"))).toBe(true);
  });

  test("the next server", async () => {
    const options = { baseUrl: ["http://a.test", "http://b.test"], failover: true, retry: { tries: 2 } };
    const response = await fetchOf([out, good], options)("http://a.test/users");
    expect([response.status, isDegraded(response)]).toEqual([200, true]);
  });

  test.each([
    ["an operation that is critical", "http://a.test/payments", out],
    ["an error that refuses the request", "http://a.test/users", () => new Response("", { status: 404 })],
  ])("but not for %s", async (_, url, answer) => {
    const response = await fetchOf([answer], { fallback: () => Response.json([]) })(url);
    expect([response.ok, isDegraded(response)]).toEqual([false, false]);
  });

  test("but not for a call that was cancelled", async () => {
    const send = fetchOf([good], { fallback: () => Response.json([]) });
    const signal = AbortSignal.abort("mine");
    await expect(send("http://a.test/users", { signal })).rejects.toBe("mine");
  });
});
