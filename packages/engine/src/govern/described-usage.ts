import { type OperationKey, operationShape } from "../model/operation-key.ts";
import type { OperationCalls, UsageEvidence } from "./usage-store.ts";

/** The calls of the operations of one description, under the names that these have in it. */
export interface DescribedUsage {
  /** Calls of some operations up to the last day that counts. */
  cellsOf(operations: readonly OperationKey[]): Promise<readonly OperationCalls[]>;
  /** The calls that each consumer made of any operation of the description within a window. */
  callsByConsumer(from: string, to: string): Promise<ReadonlyMap<string | null, number>>;
}

/**
 * What a store knows of one description. Calls of other APIs in it do not count, and calls that were counted while a parameter of
 * the path had another name do.
 *
 * @param operations those of the description
 * @param until the last day that counts
 */
export async function describedUsage(
  operations: readonly OperationKey[],
  usage: UsageEvidence,
  until: string,
): Promise<DescribedUsage> {
  const counted = Map.groupBy(await usage.operations(until), operationShape);
  const asCounted = (asked: readonly OperationKey[]) =>
    asked.flatMap((operation) => counted.get(operationShape(operation)) ?? []);
  return {
    cellsOf: async (asked) => {
      const names = new Map(asked.map(({ method, path }) => [operationShape({ method, path }), { method, path }]));
      const cells = await usage.cellsOf(asCounted(asked), until);
      return cells.map((cell) => ({ ...cell, ...names.get(operationShape(cell)) }));
    },
    callsByConsumer: (from, to) => usage.callsByConsumer(asCounted(operations), from, to),
  };
}
