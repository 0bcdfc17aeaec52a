import { describe, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import type { OperationKey } from "../model/operation-key.ts";
import { operationName } from "../model/operation-key.ts";
import { valueIn } from "../testing/value-in.ts";
import { governMigrations, type MigrationTerms } from "./migration.ts";
import type { OperationCalls, UsageEvidence } from "./usage-store.ts";

const OK = { responses: { 200: { description: "ok" } } };
const OLD = { deprecated: true, "x-deprecated-at": "2025-01-01", "x-sunset": "2026-06-01", ...OK };
const PATHS = {
  "/v1/a": { get: { ...OLD, "x-replaced-by": "GET /v2/a" } },
  "/v1/b/{id}": { get: OLD },
  "/v2/a": { get: OK },
};
const TERMS: MigrationTerms = {
  asOf: "2026-07-01",
  maxUse: { calls: 0 },
  noticeDays: 180,
  datesRequired: false,
  windowDays: 30,
  exclude: [],
};

/** A store that holds some calls, and has rows of every day. */
function storeOf(calls: readonly OperationCalls[]): UsageEvidence {
  const callsOf = (operations: readonly OperationKey[]) => {
    const wanted = new Set(operations.map(operationName));
    return calls.filter((each) => wanted.has(operationName(each)));
  };
  const within = (operations: readonly OperationKey[], from: string, to: string) =>
    callsOf(operations).filter(({ day }) => day >= from && day <= to);
  return {
    operations: async () => calls,
    cellsOf: async (operations, until) => callsOf(operations).filter(({ day }) => day <= until),
    callsByConsumer: async (operations, from, to) =>
      new Map(
        [...Map.groupBy(within(operations, from, to), ({ consumer }) => consumer)].map(([consumer, those]) => [
          consumer,
          those.reduce((sum, each) => sum + each.calls, 0),
        ]),
      ),
    daysWithRows: async () =>
      new Set(Array.from({ length: 30 }, (_, i) => `2026-06-${String(i + 1).padStart(2, "0")}`)),
  };
}

const calls = (consumer: string | null, path: string, count: number, day = "2026-06-15"): OperationCalls => ({
  consumer,
  method: "GET",
  path,
  day,
  calls: count,
});

async function judge(store: readonly OperationCalls[], terms: Partial<MigrationTerms> = {}) {
  return valueIn(await status(store, terms)).migrations;
}

function status(held: readonly OperationCalls[], terms: Partial<MigrationTerms>) {
  return statusBy(storeOf(held), terms);
}

function statusBy(store: UsageEvidence, terms: Partial<MigrationTerms> = {}) {
  const text = JSON.stringify({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: PATHS });
  const host = memoryHost({ cwd: "/", today: "2026-07-01", files: { "/api.json": text } });
  return governMigrations({ source: "/api.json" }, DEFAULT_LOAD, store, { ...TERMS, ...terms }, host);
}

describe("a migration", () => {
  test("has an entry for each deprecated operation, and only its own callers", async () => {
    const migrations = await judge([calls("x", "/v1/a", 2), calls("x", "/v2/a", 6), calls("y", "/v2/a", 1)]);
    expect(migrations.map(({ subject, consumers, traffic }) => [subject, consumers.length, traffic])).toEqual([
      ["/paths/~1v1~1a/get", 1, 0.75],
      ["/paths/~1v1~1b~1{id}/get", 0, null],
    ]);
  });

  test("does not count what is later than the window", async () => {
    const [migration] = await judge([calls("x", "/v1/a", 2, "2026-07-01"), calls("x", "/v2/a", 1)]);
    expect(migration).toMatchObject({ consumers: [], removable: true, late: false });
  });

  test("does not take days that are imported meanwhile for days without calls", async () => {
    const held = storeOf([calls("x", "/v2/a", 1)]);
    let isImported = false;
    const store: UsageEvidence = {
      ...held,
      cellsOf: async (...asked) => {
        const cells = await held.cellsOf(...asked);
        isImported = true;
        return cells;
      },
      daysWithRows: async (...asked) => (isImported ? held.daysWithRows(...asked) : new Set()),
    };
    const [migration] = valueIn(await statusBy(store)).migrations;
    expect(migration).toMatchObject({ removable: false, because: [expect.stringMatching(/^data-gap:/)] });
  });

  test("is not done on the word of rows that count for no operation", async () => {
    const [migration] = await judge([]);
    expect(migration).toMatchObject({ consumers: [], removable: false, because: [expect.stringMatching(/^no-data:/)] });
  });

  test.each([
    ["another API", calls("x", "/pets", 7)],
    ["another base path", calls("x", "/api/v1/a", 7)],
    ["a method that is written otherwise", { ...calls("x", "/v1/a", 7), method: "get" }],
  ])("nor on that of calls of %s", async (_, call) => {
    const [migration] = await judge([call]);
    expect(migration).toMatchObject({ consumers: [], removable: false, because: [expect.stringMatching(/^no-data:/)] });
  });

  test("counts calls that were counted while a parameter of the path had another name", async () => {
    const [, migration] = await judge([calls("x", "/v1/b/{key}", 7)]);
    expect(migration).toMatchObject({ removable: false, consumers: [{ consumer: "x", oldCalls: 7 }] });
  });

  test("is late while the operation is used past its sunset", async () => {
    const [migration] = await judge([calls("x", "/v1/a", 2)]);
    expect(migration).toMatchObject({ removable: false, late: true });
  });
});

test("a window that begins before any log is refused", async () => {
  expect(await status([], { windowDays: 99_999_999_999 })).toMatchObject({
    failure: "input",
    problems: [{ code: "usage" }],
  });
});

describe("what looks safe and is not", () => {
  test("a consumer that is excluded takes away its own calls, and none of others of the same operation", async () => {
    const [migration] = await judge([calls("load", "/v1/a", 100), calls("x", "/v1/a", 1)], { exclude: ["load"] });
    expect(migration).toMatchObject({ removable: false, consumers: [{ consumer: "x", oldCalls: 1 }] });
  });

  test("a limit holds for the calls of all consumers together", async () => {
    const store = [calls("x", "/v1/a", 3), calls("y", "/v1/a", 3), calls(null, "/v1/a", 3)];
    expect((await judge(store, { maxUse: { calls: 5 } }))[0]?.removable).toBe(false);
    expect((await judge(store, { maxUse: { calls: 9 } }))[0]?.removable).toBe(true);
  });

  test("a percentage is one of the calls of consumers that count", async () => {
    const store = [
      calls("x", "/v1/a", 1),
      calls("x", "/v2/a", 9),
      calls("load", "/v2/a", 1000),
      calls("x", "/pets", 9),
    ];
    expect((await judge(store, { maxUse: { percent: 5 } }))[0]?.removable).toBe(true);
    expect((await judge(store, { maxUse: { percent: 5 }, exclude: ["load"] }))[0]?.removable).toBe(false);
  });
});
