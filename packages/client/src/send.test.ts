import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { OperationEntry } from "./entry.ts";
import { type CallOptions, type ClientOptions, createClient, operation, reliableFetch } from "./index.ts";
import { plainOperation } from "./testing/plain-operation.ts";
import type { World } from "./world.ts";

/** A world whose time passes when nobody has anything to do. */
function virtualWorld(answer: (nth: number, url: string, signal: AbortSignal) => Response | Promise<Response>) {
  let now = 0;
  let sent = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const log: string[] = [];
  const warnings: string[] = [];
  const world: World = {
    fetch: async (url, init) => {
      const target = new URL(url instanceof Request ? url.url : url);
      log.push(`${now} ${init.method ?? "GET"} ${target.host}`);
      return answer(++sent, target.href, init.signal as AbortSignal);
    },
    now: () => now,
    date: () => Date.parse("2026-11-27T12:00:00Z") + now,
    random: () => 0.5,
    uuid: () => `id-${sent}`,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    warn: (message) => warnings.push(message),
  };
  const tick = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    const [next] = [...timers].sort((a, b) => a.at - b.at);
    if (next === undefined) return;
    timers.delete(next);
    now = next.at;
    next.run();
  };
  const finish = async <T>(promise: Promise<T>) => {
    let isDone = false;
    promise.then(
      () => (isDone = true),
      () => (isDone = true),
    );
    for (let i = 0; i < 1_000 && !isDone; i++) await tick();
    return promise;
  };
  return { world, log, warnings, finish, timers };
}

const never = () => new Promise<Response>(() => {});
const busy = (headers: Record<string, string> = {}) => new Response("{}", { status: 503, headers });
const good = () => Response.json({ ok: true });

/** Runs one call of an operation in a virtual world. */
async function run(
  entry: Partial<OperationEntry>,
  answer: Parameters<typeof virtualWorld>[0],
  options: Partial<ClientOptions> = {},
  own: CallOptions = {},
) {
  const virtual = virtualWorld(answer);
  const client = createClient({ baseUrl: "http://a.test", ...options, world: virtual.world });
  const get = plainOperation(entry);
  const result = await virtual.finish(get(client, {}, own));
  return { ...virtual, result, kind: result.error?.kind };
}

describe("tries", () => {
  test("come after a wait that grows, and at most three", async () => {
    const { log, result } = await run({}, () => busy());
    expect(log).toEqual(["0 GET a.test", "100 GET a.test", "300 GET a.test"]);
    expect(result).toMatchObject({ tries: 3, error: { kind: "unexpected", status: 503 } });
  });

  test("come when the server asks for them, and not where that is past the deadline", async () => {
    expect((await run({}, (nth) => (nth === 1 ? busy({ "retry-after": "7" }) : good()))).log[1]).toBe(
      "7100 GET a.test",
    );
    const late = await run({}, () => busy({ "retry-after": "31" }));
    expect(late.log).toHaveLength(1);
    expect(late.result.error).toMatchObject({ status: 503 });
  });

  test("carry one key", async () => {
    const keys: unknown[] = [];
    const hooks = { onTry: ({ headers }: { headers: Headers }) => void keys.push(headers.get("X-Request")) };
    await run({ method: "POST", idempotency: "key", key: "X-Request" }, () => busy(), { hooks });
    expect(keys).toEqual(["id-0", "id-0", "id-0"]);
  });

  test("carry a key that says something", async () => {
    const keys: unknown[] = [];
    const hooks = { onTry: ({ headers }: { headers: Headers }) => void keys.push(headers.get("Idempotency-Key")) };
    const own = { idempotencyKey: "", headers: { "idempotency-key": "" } };
    await run({ method: "POST", idempotency: "key" }, () => busy(), { hooks }, own);
    expect(keys).toEqual(["id-0", "id-0", "id-0"]);
  });

  test("are not made where the caller, the contract or the body forbids it", async () => {
    expect((await run({}, () => busy(), {}, { retry: false })).log).toHaveLength(1);
    expect((await run({ retry: "never" }, () => busy())).log).toHaveLength(1);
    expect((await run({ method: "POST" }, () => busy())).log).toHaveLength(1);
  });

  test("are not made of a stream, which is gone once it is sent", async () => {
    const { world, finish, log } = virtualWorld(() => busy());
    const client = createClient({ baseUrl: "http://a.test", world });
    const put = plainOperation({ method: "PUT", body: { mediaType: "text/csv" } });
    await finish(put(client, { body: new ReadableStream() }));
    expect(log).toHaveLength(1);
    await finish(put(client, { body: (async function* () {})() }));
    expect(log).toHaveLength(2);
    await finish(put(client, { body: "a,b" }));
    expect(log).toHaveLength(5);
  });
});

describe("time", () => {
  test("for one try ends it, and the next one begins", async () => {
    const { log, kind } = await run({ timeout: 2_000 }, never);
    expect(log).toEqual(["0 GET a.test", "2100 GET a.test", "4300 GET a.test"]);
    expect(kind).toBe("timeout");
  });

  test("for all tries ends the last one", async () => {
    const { log, kind, world } = await run({ timeout: 2_000 }, never, {}, { deadline: 3_000 });
    expect([log.length, kind, world.now()]).toEqual([2, "deadline", 3_000]);
  });

  test("counts for the body too, which is cancelled", async () => {
    let isCancelled = false;
    const body = () => new ReadableStream({ cancel: () => void (isCancelled = true) });
    const headers = { "content-type": "application/json" };
    const { kind, world } = await run({ timeout: 500 }, (_, __, signal) => {
      const stream = body();
      signal.addEventListener("abort", () => (isCancelled = true));
      return new Response(stream, { headers });
    });
    expect([kind, world.now(), isCancelled]).toEqual(["timeout", 500, true]);
  });

  test("counts for a credential that has to be got, and leaves with the signal", async () => {
    const auth = { token: () => new Promise<string>(() => {}) };
    const entry = { security: [[{ scheme: "token", in: "bearer" } as const]] };
    const { kind, log, world } = await run(entry, good, { auth }, { deadline: 700 });
    expect([kind, log.length, world.now()]).toEqual(["deadline", 0, 700]);
    const late = await run(entry, never, { auth: { token: async () => "t" } }, { deadline: 700 });
    expect([late.kind, late.world.now(), late.timers.size]).toEqual(["deadline", 700, 0]);
    const signal = AbortSignal.abort();
    expect(await run(entry, good, { auth }, { signal })).toMatchObject({ kind: "cancelled", log: [] });
  });

  test("counts for the file that an error may be", async () => {
    const file = () =>
      new Response(new ReadableStream(), { status: 500, headers: { "content-type": "application/pdf" } });
    const { kind, world } = await run({ timeout: 500 }, file);
    expect([kind, world.now()]).toEqual(["timeout", 500]);
  });

  test("leaves no timer behind", async () => {
    expect((await run({}, good)).timers.size).toBe(0);
    expect((await run({}, () => busy())).timers.size).toBe(0);
    expect((await run({}, never, { hedge: { after: 10 } })).timers.size).toBe(0);
  });
});

describe("cancelling", () => {
  test("ends a call before, during and between tries", async () => {
    const before = AbortSignal.abort("gone");
    expect(await run({}, good, {}, { signal: before })).toMatchObject({ kind: "cancelled", log: [] });
    const during = new AbortController();
    const abort = () => {
      during.abort();
      return never();
    };
    const { kind, log } = await run({}, abort, {}, { signal: during.signal });
    expect([kind, log.length]).toEqual(["cancelled", 1]);
    const between = new AbortController();
    const onRetry = () => queueMicrotask(() => between.abort());
    const waiting = await run({}, () => busy(), { hooks: { onRetry } }, { signal: between.signal });
    expect([waiting.kind, waiting.log.length]).toEqual(["cancelled", 1]);
  });
});

describe("hedging", () => {
  const hedge = { after: 50 };

  test("asks a second time where the first takes long, and takes the first good answer", async () => {
    const { log, result } = await run({}, (nth) => (nth === 1 ? never() : good()), { hedge });
    expect(log).toEqual(["0 GET a.test", "50 GET a.test"]);
    expect(result).toMatchObject({ data: { ok: true }, tries: 2 });
  });

  test("asks once where the answer is quick", async () => {
    expect((await run({}, good, { hedge })).log).toHaveLength(1);
  });

  test.each([
    { method: "POST" },
    { method: "PUT" },
    { method: "POST", idempotency: "key" },
    { retry: "never" },
  ] as const)("is never done for %j", async (entry) => {
    const { log } = await run({ timeout: 1_000, ...entry }, never, { hedge, retry: { tries: 1 } });
    expect(log).toHaveLength(1);
  });
});

describe("degrading", () => {
  const servers = { baseUrl: ["http://a.test", "http://b.test"], failover: true };

  test("asks the next server at once, where that may be done", async () => {
    const { log, result } = await run({}, (_, url) => (url.includes("//a.") ? busy() : good()), servers);
    expect(log).toEqual(["0 GET a.test", "0 GET b.test"]);
    expect(result).toMatchObject({ data: { ok: true }, degraded: true, tries: 2 });
    const write = await run({ method: "PUT" }, () => busy(), servers);
    expect(new Set(write.log.map((line) => line.split(" ")[2]))).toEqual(new Set(["a.test"]));
  });

  test("takes what the caller falls back to where the provider is out, and only there", async () => {
    const fallback = () => ({ ok: "fallback" });
    const own = { fallback } as unknown as CallOptions;
    expect((await run({}, () => busy(), {}, own)).result).toMatchObject({ data: { ok: "fallback" }, degraded: true });
    const refused = await run({}, () => new Response("{}", { status: 404 }), {}, own);
    expect(refused.result).toMatchObject({ error: { status: 404 }, degraded: false });
    expect((await run({ criticality: "critical" }, () => busy(), {}, own)).kind).toBe("unexpected");
  });
});

describe("a reliable fetch", () => {
  /** As the module of a generated client has them. */
  const entries: unknown[] = [
    ["http://a.test/v1"],
    operation({ name: "get", method: "GET", path: "/users/{id}" }),
    { name: "me", method: "GET", path: "/users/me", retry: "never" },
    { name: "create", method: "POST", path: "/users", idempotency: "key" },
  ];
  const request = async (input: string | Request, init?: RequestInit) => {
    const { world, finish, log } = virtualWorld(() => busy());
    const response = await finish(reliableFetch(entries, { baseUrl: "http://a.test/v1", world })(input, init));
    return { tries: log.length, status: response.status };
  };

  test.each([
    ["http://a.test/v1/users/7?x=1", 3],
    ["http://a.test/v1/users/me", 1],
    ["http://a.test/v1/unknown", 1],
    ["http://a.test/users/7", 1],
    ["http://a.test.evil/v1/users/7", 1],
  ])("sends %s as its operation says: %d times", async (url, tries) => {
    expect(await request(url)).toEqual({ tries, status: 503 });
    expect(await request(new Request(url))).toEqual({ tries, status: 503 });
  });

  test("sends a body again, which a `Request` would lose", async () => {
    const init = { method: "POST", body: "{}" };
    expect(await request(new Request("http://a.test/v1/users", init))).toEqual({ tries: 3, status: 503 });
    expect(await request("http://a.test/v1/users", init)).toEqual({ tries: 3, status: 503 });
  });

  test("goes to the server that was asked", async () => {
    const baseUrl = ["http://a.test/v1", "http://b.test/v1"];
    const { world, finish, log } = virtualWorld(() => busy());
    await finish(reliableFetch(entries, { baseUrl, world })("http://b.test/v1/users/me"));
    expect(log).toEqual(["0 GET b.test"]);
    const failing = virtualWorld(() => busy());
    const send = reliableFetch(entries, { baseUrl, world: failing.world, failover: true });
    await failing.finish(send("http://b.test/v1/users/7"));
    expect(failing.log.slice(0, 2)).toEqual(["0 GET b.test", "0 GET a.test"]);
  });

  test("says who calls, and gives each call one key", async () => {
    const seen: string[] = [];
    const { world, finish } = virtualWorld(() => busy());
    const watched: World = {
      ...world,
      fetch: (url, init) => {
        seen.push(
          ["x-consumer", "idempotency-key", "x-own"].map((name) => (init.headers as Headers).get(name)).join(" "),
        );
        return world.fetch(url, init);
      },
    };
    const options = { baseUrl: "http://a.test/v1", consumer: "shop", world: watched };
    await finish(
      reliableFetch(entries, options)("http://a.test/v1/users", { method: "post", headers: { "x-own": "1" } }),
    );
    expect(seen).toEqual(Array(3).fill("shop id-0 1"));
  });

  test("ends as `fetch` does: with the reason of a signal, else with an error", async () => {
    const { world, finish } = virtualWorld(never);
    const send = reliableFetch(entries, { baseUrl: "http://a.test/v1", world, timeout: 10 });
    await expect(finish(send("http://a.test/v1/users/7"))).rejects.toMatchObject({ kind: "timeout" });
    const signal = AbortSignal.abort(new Error("gone"));
    await expect(finish(send("http://a.test/v1/users/7", { signal }))).rejects.toThrow("gone");
  });

  test("bounds the reading of a body by a deadline that was set", async () => {
    const body = () => new Response(new ReadableStream());
    const { world, finish, timers } = virtualWorld(body);
    const send = reliableFetch(entries, { baseUrl: "http://a.test/v1", world, deadline: 40 });
    const response: Response = await finish(send("http://a.test/v1/users/7"));
    await expect(finish(response.text())).rejects.toMatchObject({ name: "CallError", kind: "deadline" });
    expect([world.now(), timers.size]).toEqual([40, 0]);
  });
});

test("a reliable fetch sends the body of a `Request` that does not show it, as in Firefox", async () => {
  class Hiding extends Request {
    constructor(input: string | Request, init?: RequestInit) {
      super(input, init);
      Object.defineProperty(this, "body", { value: undefined });
    }
  }
  vi.stubGlobal("Request", Hiding);
  onTestFinished(() => void vi.unstubAllGlobals());
  const sent: string[] = [];
  const fetch: World["fetch"] = async (input, init) => {
    sent.push(input instanceof Request ? await input.text() : await new Response(init.body ?? null).text());
    return new Response(null, { status: 503 });
  };
  const operations: OperationEntry[] = [
    { name: "create", method: "POST", path: "/users", idempotency: "key" },
    { name: "change", method: "PATCH", path: "/users" },
  ];
  const send = reliableFetch(operations, { baseUrl: "http://a.test", fetch, retry: { tries: 2, base: 0 } });
  for (const { method } of operations) await send(new Request("http://a.test/users", { method, body: method }));
  expect(sent).toEqual(["POST", "POST", "PATCH"]);
});
