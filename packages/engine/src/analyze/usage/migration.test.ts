import { describe, expect, test } from "vitest";
import { consumerMigrations, type DayCalls, daysOf, forecastOf, progressOf, windowBefore } from "./migration.ts";

const WINDOW = windowBefore("2026-07-01", 30);
const call = (consumer: string | null, day: string, calls = 1): DayCalls => ({ consumer, day, calls });

test("the window is whole days before the day that is judged by", () => {
  expect(WINDOW).toEqual({ from: "2026-06-01", to: "2026-06-30" });
  expect(daysOf(windowBefore("2026-03-02", 3))).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
});

describe("a consumer is", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["not-started", ["2026-06-01"], []],
    ["not-started", ["2026-06-30"], ["2026-05-31"]],
    ["dual-running", ["2026-06-01"], ["2026-06-30"]],
    ["migrated", ["2026-05-31"], ["2026-05-31"]],
    ["migrated", ["2026-01-01"], ["2026-02-01"]],
    ["silent", ["2026-05-31"], ["2026-05-30"]],
    ["silent", ["2026-05-31"], []],
  ])("%s with old calls on %j and new ones on %j", (state, old, successor) => {
    const days = (list: readonly string[]) => list.map((day) => call("a", day));
    expect(consumerMigrations(days(old), days(successor), WINDOW).map((each) => each.state)).toEqual([state]);
  });

  test("listed if it ever called the operation, anonymous calls first, and counted within the window", () => {
    const old = [
      call("b", "2026-06-02", 3),
      call("b", "2026-05-01", 9),
      call(null, "2026-06-01"),
      call("a", "2025-01-01"),
    ];
    const moves = consumerMigrations(old, [call("c", "2026-06-01"), call("b", "2026-06-01", 2)], WINDOW);
    expect(moves).toMatchObject([
      { consumer: null, state: "not-started", oldCalls: 1, newCalls: 0, lastOldCall: "2026-06-01" },
      { consumer: "a", state: "silent", oldCalls: 0, newCalls: 0, lastOldCall: "2025-01-01" },
      { consumer: "b", state: "dual-running", oldCalls: 3, newCalls: 2, lastOldCall: "2026-06-02" },
    ]);
    expect(moves.map(({ trend }) => trend)).toEqual([
      [{ day: "2026-06-01", oldCalls: 1, newCalls: 0 }],
      [],
      [
        { day: "2026-06-01", oldCalls: 0, newCalls: 2 },
        { day: "2026-06-02", oldCalls: 3, newCalls: 0 },
      ],
    ]);
  });
});

test("progress counts who has migrated, and is whole where nobody called", () => {
  const moves = consumerMigrations(
    [call("a", "2026-05-01"), call("b", "2026-05-01")],
    [call("a", "2026-05-02")],
    WINDOW,
  );
  expect(progressOf(moves)).toBe(0.5);
  expect(progressOf([])).toBe(1);
});

describe("the forecast", () => {
  const days = daysOf(WINDOW);
  const falling = (each: (i: number) => number) => days.map((day, i) => call("a", day, each(i)));
  test("is the day on which the line is zero", () => {
    expect(
      forecastOf(
        falling((i) => 40 - i),
        WINDOW,
        new Set(days),
      ),
    ).toBe("2026-07-11");
  });
  test("leaves out days without any row", () => {
    const known = new Set(days.filter((_, i) => i % 2 === 0));
    expect(
      forecastOf(
        falling((i) => (i % 2 === 0 ? 40 - i : 0)).filter(({ calls }) => calls > 0),
        WINDOW,
        known,
      ),
    ).toBe("2026-07-11");
  });
  test.each<[string, readonly DayCalls[], ReadonlySet<string>]>([
    ["there is no use", [], new Set(days)],
    ["use does not fall", falling((i) => 10 + i), new Set(days)],
    ["it would take more than ten years", falling((i) => 1_000_000 - i), new Set(days)],
    ["there is one day of data", falling(() => 1), new Set(days.slice(0, 1))],
    ["there is no data", falling(() => 1), new Set()],
  ])("is null where %s", (_, calls, known) => expect(forecastOf(calls, WINDOW, known)).toBeNull());
});
