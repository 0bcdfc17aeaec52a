import { daysBetween, startOfDay } from "../../base/date.ts";

/** How far a consumer has come from a deprecated operation to its successor. */
export type MigrationState = "not-started" | "dual-running" | "migrated" | "silent";

/** Calls of one consumer on one day. */
export interface DayCalls {
  /** Null: nobody knows who. */
  readonly consumer: string | null;
  readonly day: string;
  readonly calls: number;
}

/** The days that count: whole ones, both included. */
export interface UsageWindow {
  readonly from: string;
  readonly to: string;
}

/** The calls of one day. */
export interface DayTrend {
  readonly day: string;
  readonly oldCalls: number;
  readonly newCalls: number;
}

/** One consumer's move. */
export interface ConsumerMigration {
  readonly consumer: string | null;
  readonly state: MigrationState;
  /** Calls of the deprecated operation within the window. */
  readonly oldCalls: number;
  /** Calls of its successor within the window. */
  readonly newCalls: number;
  /** The day of the last call of the deprecated operation ever. */
  readonly lastOldCall: string;
  /** The days of the window on which it called either, in order. */
  readonly trend: readonly DayTrend[];
}

/** The window of some days that ends before a day, which itself is never complete. */
export function windowBefore(asOf: string, days: number): UsageWindow {
  return { from: dayAfter(asOf, -days), to: dayAfter(asOf, -1) };
}

/** The day that comes some days after another, or before it where they are negative. */
function dayAfter(day: string, days: number): string {
  return new Date((startOfDay(day) + days * 86_400) * 1000).toISOString().slice(0, 10);
}

/** All days of a window. */
export function daysOf({ from, to }: UsageWindow): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => dayAfter(from, i));
}

/**
 * How far each consumer has come that ever called a deprecated operation, by name; anonymous calls first.
 * @param oldCalls calls of the operation up to the end of the window
 * @param newCalls the same of its successor
 */
export function consumerMigrations(
  oldCalls: readonly DayCalls[],
  newCalls: readonly DayCalls[],
  window: UsageWindow,
): ConsumerMigration[] {
  const successor = Map.groupBy(newCalls, ({ consumer }) => consumer);
  const moves = [...Map.groupBy(oldCalls, ({ consumer }) => consumer)].map(([consumer, old]) =>
    moveOf(consumer, old, successor.get(consumer) ?? [], window),
  );
  return moves.sort((a, b) => compareNames(a.consumer, b.consumer));
}

function moveOf(
  consumer: string | null,
  old: readonly DayCalls[],
  successor: readonly DayCalls[],
  { from }: UsageWindow,
): ConsumerMigration {
  const within = (calls: readonly DayCalls[]) =>
    calls.filter(({ day }) => day >= from).reduce((sum, each) => sum + each.calls, 0);
  const lastOldCall =
    old
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? "";
  const [oldCalls, newCalls] = [within(old), within(successor)];
  const hasMoved = successor.some(({ day }) => day >= lastOldCall);
  const state = oldCalls > 0 ? (newCalls > 0 ? "dual-running" : "not-started") : hasMoved ? "migrated" : "silent";
  return { consumer, state, oldCalls, newCalls, lastOldCall, trend: trendOf(old, successor, from) };
}

function trendOf(old: readonly DayCalls[], successor: readonly DayCalls[], from: string): DayTrend[] {
  const [oldCalls, newCalls] = [callsByDay(old), callsByDay(successor)];
  const days = [...new Set([...oldCalls.keys(), ...newCalls.keys()])].filter((day) => day >= from).sort();
  return days.map((day) => ({ day, oldCalls: oldCalls.get(day) ?? 0, newCalls: newCalls.get(day) ?? 0 }));
}

function callsByDay(calls: readonly DayCalls[]): Map<string, number> {
  const byDay = new Map<string, number>();
  for (const { day, calls: count } of calls) byDay.set(day, (byDay.get(day) ?? 0) + count);
  return byDay;
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The share of consumers that have migrated; 1 where there is none. Who fell silent has not. */
export function progressOf(consumers: readonly Pick<ConsumerMigration, "state">[]): number {
  if (consumers.length === 0) return 1;
  return consumers.filter(({ state }) => state === "migrated").length / consumers.length;
}

/** Days ahead from which a forecast says nothing any more: ten years. */
const FARTHEST = 3653;

/**
 * The day on which use would end if it went on falling as within the window: where the least-squares line through the calls of
 * its days is zero. Null where there is no use, where it does not fall, or where it would take more than ten years.
 * @param days the days of the window of which there are any rows
 */
export function forecastOf(
  oldCalls: readonly DayCalls[],
  window: UsageWindow,
  days: ReadonlySet<string>,
): string | null {
  const byDay = callsByDay(oldCalls);
  const points = daysOf(window)
    .map((day, x) => ({ day, x, y: byDay.get(day) ?? 0 }))
    .filter(({ day }) => days.has(day));
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  if (!(y > 0) || !(slope < 0)) return null;
  const ahead = Math.ceil(x - y / slope);
  return ahead - daysBetween(window.from, window.to) > FARTHEST ? null : dayAfter(window.from, ahead);
}
