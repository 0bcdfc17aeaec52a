import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedDelay, delayBefore } from "./backoff.ts";
import { RetryBudget } from "./budget.ts";
import { Bulkhead } from "./bulkhead.ts";
import { Circuit } from "./circuit.ts";
import { isRepeatable, isTransient } from "./safety.ts";

describe("what may be sent again", () => {
  test.each([
    [{ method: "GET" }, true],
    [{ method: "QUERY" }, true],
    [{ method: "PUT" }, true],
    [{ method: "DELETE" }, true],
    [{ method: "DELETE", retry: "never" }, false],
    [{ method: "GET", retry: "never" }, false],
    [{ method: "PUT", idempotency: "none" }, false],
    [{ method: "POST" }, false],
    [{ method: "PATCH" }, false],
    [{ method: "LOCK" }, false],
    [{ method: "POST", idempotency: "key" }, true],
    [{ method: "PATCH", idempotency: "natural" }, true],
    [{ method: "POST", idempotency: "key", retry: "never" }, false],
  ] as const)("%j: %j", (entry, expected) => {
    expect(isRepeatable(entry)).toBe(expected);
  });

  test("by status: what RFC 9110 calls temporary, and what the contract adds", () => {
    const found = Array.from({ length: 500 }, (_, i) => 100 + i).filter((status) => isTransient(status, {}));
    expect(found).toEqual([408, 425, 429, 502, 503, 504]);
    expect(isTransient(500, { retryStatuses: [500] })).toBe(true);
  });
});

describe("the wait between tries", () => {
  const backoff = { base: 100, cap: 2_000 };

  test("lies between what the server asked for and a bound above it that doubles up to the cap", () => {
    const arbitrary = [
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.nat(),
    ] as const;
    fc.assert(
      fc.property(...arbitrary, (tries, random, asked) => {
        const delay = delayBefore(tries, backoff, random, asked);
        expect(delay).toBeGreaterThanOrEqual(asked);
        expect(delay).toBeLessThanOrEqual(asked + Math.min(2_000, 100 * 2 ** (tries - 1)));
      }),
    );
  });

  const now = Date.parse("2026-11-27T12:00:00Z");
  test.each([
    [{}, undefined],
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "Fri, 27 Nov 2026 12:00:03 GMT" }, 3_000],
    [{ "retry-after": "Fri, 27 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "Fri, 27 Nov 2026 15:00:03 GMT", date: "Fri, 27 Nov 2026 15:00:00 GMT" }, 3_000],
    [{ ratelimit: '"default";r=0;t=30' }, 30_000],
    [{ ratelimit: '"a";r=5;t=3, "b";r=0;t=7' }, 7_000],
    [{ ratelimit: "limit=10, remaining=0, reset=4" }, undefined],
    [{ ratelimit: "limit=10;remaining=0;reset=4" }, 4_000],
    [{ ratelimit: '"default";r=1;t=30' }, undefined],
    [{ "ratelimit-remaining": "0", "ratelimit-reset": "5" }, 5_000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 + 9) }, 9_000],
    [{ "x-ratelimit-remaining": "3", "x-ratelimit-reset": "5" }, undefined],
    [{ "x-rate-limit-remaining": "0", "x-rate-limit-reset": "1" }, 1_000],
    [{ "retry-after": "1", "ratelimit-remaining": "0", "ratelimit-reset": "5" }, 1_000],
  ])("is what headers ask for: %j", (headers, expected) => {
    expect(askedDelay(new Headers(headers as Record<string, string>), now)).toBe(expected);
  });
});

describe("a retry budget", () => {
  test("never gives more than its share of the calls, or than its least, in any window", () => {
    const steps = fc.array(fc.record({ isCall: fc.boolean(), wait: fc.nat({ max: 30 }) }), { maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 5 }), (list, ratio, least) => {
        const budget = new RetryBudget({ ratio, least, window: 1_000 });
        let [now, start, calls, retries] = [0, 0, 0, 0];
        for (const { isCall, wait } of list) {
          now += wait;
          if (now - start >= 1_000) [start, calls, retries] = [now, 0, 0];
          if (isCall) {
            budget.call(now);
            calls++;
          } else if (budget.take(now)) retries++;
          expect(retries).toBeLessThanOrEqual(Math.max(least, ratio * calls));
        }
      }),
    );
  });

  test("gives all that it may", () => {
    const budget = new RetryBudget({ ratio: 0.1, least: 0, window: 1_000 });
    for (let i = 0; i < 1_000; i++) budget.call(0);
    expect(Array.from({ length: 200 }, () => budget.take(1)).filter(Boolean)).toHaveLength(100);
  });
});

describe("a circuit", () => {
  const make = () => new Circuit({ threshold: 0.5, sample: 4, cooldown: 100 });
  const report = (circuit: Circuit, ...failures: boolean[]) => {
    for (const each of failures) circuit.record(each, 0);
  };

  test("opens when enough of the last requests failed, and not before there are as many", () => {
    const circuit = make();
    report(circuit, true, true, true);
    expect(circuit.admit(0)).toBe(true);
    report(circuit, false);
    expect(circuit.state).toBe("open");
    expect(circuit.admit(99)).toBe(false);
  });

  test("forgets what is long past", () => {
    const circuit = make();
    report(circuit, true, false, false, false, true, false, false, false, true);
    expect(circuit.state).toBe("closed");
  });

  test("lets one request try after its cooldown; success closes it, failure opens it anew", () => {
    const circuit = make();
    report(circuit, true, true, true, true);
    expect([circuit.admit(100), circuit.admit(100)]).toEqual([true, false]);
    circuit.record(true, 150);
    expect([circuit.admit(249), circuit.admit(250)]).toEqual([false, true]);
    circuit.record(false, 260);
    expect(circuit.state).toBe("closed");
    report(circuit, true, true, true);
    expect(circuit.state).toBe("closed");
  });

  test("lets the next one try where the first was given up", () => {
    const circuit = make();
    report(circuit, true, true, true, true);
    circuit.admit(100);
    circuit.record(undefined, 110);
    expect(circuit.admit(111)).toBe(true);
  });
});

describe("a bulkhead", () => {
  test("lets in no more than its places, the others in order as places become free, and some not at all", () => {
    const bulkhead = new Bulkhead({ concurrent: 2, queue: 2 });
    const entered: number[] = [];
    const leaves = [1, 2, 3, 4, 5].map((n) => bulkhead.enter(() => entered.push(n)));
    expect(entered).toEqual([1, 2]);
    expect(leaves.map((leave) => leave !== undefined)).toEqual([true, true, true, true, false]);
    leaves[2]?.();
    bulkhead.leave();
    expect(entered).toEqual([1, 2, 4]);
    bulkhead.leave();
    bulkhead.leave();
    bulkhead.enter(() => entered.push(6));
    bulkhead.enter(() => entered.push(7));
    expect(entered).toEqual([1, 2, 4, 6, 7]);
  });

  test("lets in a long queue of which each leaves at once", () => {
    const bulkhead = new Bulkhead({ concurrent: 1, queue: Number.POSITIVE_INFINITY });
    let left = 0;
    bulkhead.enter(() => {});
    for (let i = 0; i < 100_000; i++)
      bulkhead.enter(() => {
        left++;
        bulkhead.leave();
      });
    bulkhead.leave();
    expect(left).toBe(100_000);
  });
});
