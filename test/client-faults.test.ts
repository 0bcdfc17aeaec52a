import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationEntry } from "../packages/client/src/entry.ts";
import { createClient, type Hooks, operation } from "../packages/client/src/index.ts";
import { isRepeatable } from "../packages/client/src/safety.ts";
import { type FaultServer, PLANS, startFaultServer } from "./support/fault-server.ts";

/*
 * Clients against a server that fails on purpose. What is asserted is what the server saw; times are only such that waiting
 * longer would change nothing.
 */

const CALLS = 10_000;
/** At once, as an application under load. */
const WORKERS = 64;

const ENTRIES: readonly Pick<OperationEntry, "method" | "idempotency" | "retry">[] = [
  { method: "GET" },
  { method: "PUT" },
  { method: "DELETE", retry: "never" },
  { method: "POST" },
  { method: "POST", idempotency: "key" },
  { method: "POST", idempotency: "natural" },
  { method: "PATCH" },
  { method: "PATCH", idempotency: "key" },
  { method: "PUT", idempotency: "none" },
];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

function opOf(facts: Partial<OperationEntry> = {}) {
  const name = `${facts.method ?? "GET"} ${facts.idempotency ?? ""}`;
  return operation<{
    parameters: { path: { plan: string }; header?: { "x-call"?: string } };
    responses: { 200: object };
  }>({
    name,
    method: "GET",
    path: "/fault/{plan}",
    ...facts,
  });
}

/** Without a circuit, and with retries that wait next to nothing and have no budget. */
const eager = {
  timeout: 500,
  retry: { base: 1, budget: { ratio: 1, least: Number.POSITIVE_INFINITY } },
  circuit: { threshold: Number.POSITIVE_INFINITY },
};

/** Plans that end when the client gives up. */
const SLOW = /no-answer|slow-body/;

/** Runs something for each number below a count, some of them at once. */
async function forEach(count: number, run: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let index = next++; index < count; index = next++) await run(index);
    }),
  );
}

describe(`${CALLS} calls over all faults`, { timeout: 120_000 }, () => {
  const outcomes = new Map<string, { facts: (typeof ENTRIES)[number]; plan: string; kind: string }>();
  /** Calls of which a try ran out of time although the server did not mean it: the machine is slow. */
  const disturbed = new Set<string | null>();

  beforeAll(async () => {
    const hooks: Hooks = {
      onTry:
        ({ headers, url }) =>
        ({ failure }) => {
          if (failure === "timeout" && !SLOW.test(url)) disturbed.add(headers.get("x-call"));
        },
    };
    const client = createClient({ ...eager, baseUrl: server.url, hooks });
    const plans = Object.keys(PLANS);
    await forEach(CALLS, async (index) => {
      const facts = ENTRIES[index % ENTRIES.length] as (typeof ENTRIES)[number];
      // Those that take time are a few.
      const plan = plans[Math.floor(index / ENTRIES.length) % plans.length] as string;
      const chosen = SLOW.test(plan) && index > CALLS / 10 ? "busy-once" : plan;
      const call = `mix-${index}`;
      const { error } = await opOf(facts)(client, { path: { plan: chosen }, headers: { "x-call": call } });
      if (error?.kind === "timeout" && !SLOW.test(chosen)) disturbed.add(call);
      outcomes.set(call, { facts, plan: chosen, kind: error?.kind ?? "data" });
    });
  }, 120_000);

  test("all end, and all reached the server", () => {
    expect(outcomes.size).toBe(CALLS);
    expect([...outcomes.keys()].filter((call) => !server.seen.has(call) && !disturbed.has(call))).toEqual([]);
  });

  test("none is sent twice that the contract does not make safe to repeat", () => {
    const twice = [...outcomes].filter(
      ([call, { facts }]) => !isRepeatable(facts) && (server.seen.get(call)?.length ?? 0) > 1,
    );
    expect(twice).toEqual([]);
  });

  test("none is sent more often than it may be, and those that are repeated show that faults were met", () => {
    const counts = [...outcomes.keys()].map((call) => server.seen.get(call)?.length ?? 0);
    expect(Math.max(...counts)).toBe(3);
    expect(counts.filter((count) => count > 1).length).toBeGreaterThan(CALLS / 10);
  });

  test("a key is the same over all tries of a call, and no other call has it", () => {
    const keyed = [...outcomes].filter(([, { facts }]) => facts.idempotency === "key");
    const keys = keyed.map(([call]) => new Set(server.seen.get(call)?.map(({ key }) => key)));
    expect(keys.filter((each) => each.size !== 1 || each.has(undefined))).toEqual([]);
    expect(new Set(keys.flatMap((each) => [...each])).size).toBe(keyed.length);
  });

  test("those that may be repeated succeed where the fault passes, and all fail as what they met", () => {
    const kindsOf = (plan: string, isAgain: boolean) => {
      const found = [...outcomes].filter(
        ([call, each]) => each.plan === plan && isRepeatable(each.facts) === isAgain && !disturbed.has(call),
      );
      return [...new Set(found.map(([, { kind }]) => kind))];
    };
    const passing = Object.keys(PLANS).filter((plan) => /once|twice|limited-by/.test(plan));
    expect(passing.map((plan) => [plan, kindsOf(plan, true)])).toEqual(passing.map((plan) => [plan, ["data"]]));
    const failing = {
      "broken-body": ["unexpected"],
      "truncated-json": ["unexpected"],
      "no-answer": ["timeout"],
      "slow-body": ["timeout"],
      "reset-once": ["network"],
    };
    expect(Object.fromEntries(Object.keys(failing).map((plan) => [plan, kindsOf(plan, false)]))).toEqual(failing);
  });
});

describe("a full outage", { timeout: 60_000 }, () => {
  test("sees at most 1.1 times the calls, though every one of them may be repeated", async () => {
    const before = server.count();
    const client = createClient({ baseUrl: server.url, circuit: eager.circuit, retry: { base: 1 } });
    await forEach(2_000, () => opOf()(client, { path: { plan: "busy-always" } }));
    const seen = server.count() - before;
    expect(seen).toBeGreaterThan(2_000);
    expect(seen).toBeLessThanOrEqual(2_200);
  });

  test("opens the circuit, which closes once the server is back", async () => {
    const states: string[] = [];
    const hooks: Hooks = { onCircuit: ({ operations, state }) => states.push(`${operations} ${state}`) };
    const client = createClient({ baseUrl: server.url, circuit: { cooldown: 20 }, retry: { base: 1 }, hooks });
    const get = () => opOf()(client, { path: { plan: "ok" } });
    server.force("busy-always");
    const before = server.count();
    await forEach(1_000, get);
    expect(states[0]).toBe("read open");
    expect(server.count() - before).toBeLessThan(500);
    // What writes has a circuit of its own.
    expect((await opOf({ method: "POST" })(client, { path: { plan: "ok" } })).error?.kind).toBe("unexpected");
    server.force(undefined);
    while ((await get()).error) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(states.slice(-2)).toEqual(["read half-open", "read closed"]);
  });
});
