import { type DayCalls, type UsageWindow, windowBefore } from "../analyze/usage/migration.ts";
import { daysBetween } from "../base/date.ts";
import { type Failure, inputFailure, type Result } from "../base/result.ts";
import type { StoreLocation } from "../config/store.ts";
import type { OperationKey } from "../model/operation-key.ts";

/** Calls of one operation by one consumer on one day. */
export type OperationCalls = DayCalls & OperationKey;

/** What a usage store is asked for. */
export interface UsageEvidence {
  /** The operations of which there are calls up to a day, that included, as they were called when these were counted. */
  operations(until: string): Promise<readonly OperationKey[]>;
  /** Calls of some operations up to a day, that included. */
  cellsOf(operations: readonly OperationKey[], until: string): Promise<readonly OperationCalls[]>;
  /** The calls that each consumer made of some operations within a window. */
  callsByConsumer(
    operations: readonly OperationKey[],
    from: string,
    to: string,
  ): Promise<ReadonlyMap<string | null, number>>;
  /** The days of a window of which there is any row. */
  daysWithRows(from: string, to: string): Promise<ReadonlySet<string>>;
}

/** A store that is open. */
export interface OpenUsage extends UsageEvidence {
  close(): Promise<void>;
}

/** Opens a usage store; one that is not there has the code `store-missing`. */
export type OpenStore = (location: StoreLocation) => Promise<Result<OpenUsage>>;

/**
 * Asks a store that is open, and closes it. Where the store fails on the way, its method throws an error with a `failure`, which is the
 * answer then.
 */
export async function askUsage<T, Usage extends Pick<OpenUsage, "close">>(
  usage: Usage,
  ask: (usage: Usage) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await ask(usage);
  } catch (error) {
    if (error instanceof Error && "failure" in error) return error.failure as Failure;
    throw error;
  } finally {
    await usage.close();
  }
}

/** No log has calls of an earlier day. */
const FIRST_DAY = "1970-01-01";

/** The window of some whole days before a day; a failure where it begins before any log. */
export function usageWindow(asOf: string, days: number): Result<UsageWindow> {
  return days > daysBetween(FIRST_DAY, asOf)
    ? inputFailure("usage", `A window of ${days} days begins before ${FIRST_DAY}. Name fewer days.`)
    : { value: windowBefore(asOf, days) };
}
