import type { Direction, Reach, Witness } from "../../finding/finding.ts";
import { type OperationKey, operationShape } from "../../model/operation-key.ts";

/** Something in which an interaction that base served fails with head. */
export interface Failure {
  readonly direction: Direction;
  /**
   * Where: a JSON Pointer into the body with `*` for items, or a parameter as `query.limit`; empty where it is about the message
   * as a whole.
   */
  readonly at: string;
  /** Whether it does not fail in the same way with base. */
  readonly isNew: boolean;
  /** Whether it is certain that it fails. */
  readonly isSure: boolean;
  readonly witness: Witness | undefined;
}

/** What an interaction of a consumer uses of base, and how it fares with head. */
export interface Use {
  readonly consumer: string;
  readonly interaction: string;
  /** The operation in base, and in head if it is there under another path. */
  readonly operations: readonly OperationKey[];
  /** The status that the consumer expects. */
  readonly status: string;
  readonly failures: readonly Failure[];
  /** Directions of which part could not be judged. */
  readonly unread: readonly Direction[];
}

/** In which directions some reach what a consumer uses. */
export function directionsOf(
  reached: readonly Reach[],
  { operations, status }: Pick<Use, "operations" | "status">,
): readonly Direction[] {
  const directions = reached
    .filter((reach) => operations.some((operation) => operationShape(reach) === operationShape(operation)))
    .filter((reach) => reach.direction === "request" || covers(reach.status, status))
    .map(({ direction }) => direction);
  return [...new Set(directions)];
}

function covers(described: string | undefined, status: string): boolean {
  return described === undefined || described === "default" || described === status || described === `${status[0]}XX`;
}

/** Names of headers are the same in any case. */
export function parameterAt(place: string, name: string): string {
  return `${place}.${place === "header" ? name.toLowerCase() : name}`;
}

/** A pointer in which any item stands for all. */
export function pointerOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}
