import { describe, expect, test } from "vitest";
import { createClient, type Deprecation, type OperationEntry, StaleCache } from "./index.ts";
import { plainOperation } from "./testing/plain-operation.ts";
import { WORLD } from "./world.ts";

/** Calls an operation of a provider whose answers are given one after another. */
function caller(entry: Partial<OperationEntry>, answers: (() => Response)[], options: object = {}) {
  const warnings: string[] = [];
  let date = 0;
  const world = {
    ...WORLD,
    fetch: async () => (answers.shift() as () => Response)(),
    date: () => date,
    warn: (text: string) => warnings.push(text),
  };
  const client = createClient({ baseUrl: "http://a.test", retry: { tries: 1 }, world, ...options });
  const run = plainOperation(entry);
  return {
    call: (input = {}, own = {}) => run(client, input, own),
    warnings,
    pass: (seconds: number) => (date += seconds * 1000),
  };
}
const good = (control: string) => () => Response.json({ n: 1 }, { headers: { "cache-control": control } });
const out = () => new Response("", { status: 503 });

describe("a stale answer", () => {
  test("stands in for as long as its provider allows, and says so", async () => {
    const { call, pass } = caller({}, [good("max-age=10, stale-if-error=60"), out, out], { stale: new StaleCache() });
    expect((await call()).degraded).toBe(false);
    pass(70);
    expect(await call()).toMatchObject({ data: { n: 1 }, error: undefined, degraded: true });
    pass(1);
    expect(await call()).toMatchObject({ error: { status: 503 }, degraded: false });
  });

  test("stands in for as long as the client says where the provider says nothing", async () => {
    const { call, pass } = caller({}, [good("max-age=1"), out], { stale: new StaleCache({ staleIfError: 5_000 }) });
    await call();
    pass(6);
    expect((await call()).degraded).toBe(true);
  });

  test.each([
    ["what must not be kept", "no-store, stale-if-error=60", {}, {}],
    ["what nobody allows", "max-age=60", {}, {}],
    ["a request with other headers", "stale-if-error=60", {}, { authorization: "other" }],
    ["an operation that writes", "stale-if-error=60", { method: "POST" }, {}],
    ["a critical operation", "stale-if-error=60", { criticality: "critical" }, {}],
  ] as const)("does not stand in for %s", async (_, control, entry, headers) => {
    const { call } = caller(entry, [good(control), out], { stale: new StaleCache() });
    await call();
    expect((await call({}, { headers })).error).toMatchObject({ status: 503 });
  });

  test("stands in for a request with the same body, and for no other", async () => {
    const entry = { method: "QUERY", body: { mediaType: "application/json" } };
    const { call } = caller(entry, [good("stale-if-error=60"), out, out], { stale: new StaleCache() });
    await call({ body: { q: 1 } });
    expect(await call({ body: { q: 1 } })).toMatchObject({ data: { n: 1 }, degraded: true });
    expect(await call({ body: { q: 2 } })).toMatchObject({ error: { status: 503 }, degraded: false });
  });

  test("makes way where others are used", async () => {
    const answers = [good("stale-if-error=9"), good("stale-if-error=9"), out, out];
    const { call } = caller({}, answers, { stale: new StaleCache({ entries: 1 }) });
    await call({ query: { q: 1 } });
    await call({ query: { q: 2 } });
    expect((await call({ query: { q: 1 } })).degraded).toBe(false);
    expect((await call({ query: { q: 2 } })).degraded).toBe(true);
  });
});

describe("a deprecation is told", () => {
  const headers = {
    deprecation: "@1767225600",
    sunset: "Wed, 31 Mar 2027 23:59:59 GMT",
    link: '<https://a.test/v2>; rel="successor-version", <https://a.test/why>; rel="deprecation"; type="text/html"',
  };

  test("once for each operation, by the answer", async () => {
    const told: Deprecation[] = [];
    const answer = () => new Response(null, { status: 204, headers });
    const hooks = { onDeprecation: (deprecation: Deprecation) => told.push(deprecation) };
    const { call, warnings } = caller({ path: "/by-headers" }, [answer, answer], { hooks });
    await call();
    await call();
    expect(told).toMatchObject([
      {
        deprecated: "2026-01-01",
        sunset: "2027-03-31",
        successor: "https://a.test/v2",
        information: "https://a.test/why",
      },
    ]);
    expect(warnings).toEqual([]);
  });

  test("on the console where no hook is, by the contract", async () => {
    const deprecation = { deprecated: "2026-01-01", sunset: "2027-01-01", successor: "GET /v2/users" };
    const { call, warnings } = caller({ path: "/by-contract", deprecation }, [out, out]);
    await call();
    await call();
    expect(warnings).toEqual([
      "op (GET /by-contract) is deprecated since 2026-01-01; may stop working after 2027-01-01; use GET /v2/users instead.",
    ]);
  });

  test("not where nothing says so", async () => {
    const answer = () => new Response(null, { status: 204, headers: { deprecation: "false" } });
    const { call, warnings } = caller({ path: "/alive" }, [answer]);
    await call();
    expect(warnings).toEqual([]);
  });
});
