import type { Direction, Reach, Witness } from "../../finding/finding.ts";
import type { Pair } from "../../kit/targets.ts";
import { type OperationKey, operationShape } from "../../model/operation-key.ts";
import type { Interaction } from "../../model/pact.ts";
import type { Location } from "../../source/location.ts";

/** Something in which an interaction that base served fails with head. */
export interface Failure {
  readonly direction: Direction;
  /**
   * Where: a JSON Pointer into the body with `*` for items, or a parameter as `query.limit`; empty where it is about the message
   * as a whole.
   */
  readonly at: string;
  /** The same in the description: the schema, and the member of it that is missing or not allowed. */
  readonly schema?: { readonly at: Location; readonly member: string | undefined } | undefined;
  /** Whether it does not fail in the same way with base. */
  readonly isNew: boolean;
  /** Whether no more is said than that it fails as a whole, which may have several reasons, some of which base may have too. */
  readonly isWhole: boolean;
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
  /** The status that the consumer expects; empty where it waits for none. */
  readonly status: string;
  readonly failures: readonly Failure[];
  /** Directions of which part could not be judged. */
  readonly unread: readonly Direction[];
}

/** What some changes are of. */
export interface Changed {
  /** The operations that they reach, by their addresses in head; those that are gone by that in base. */
  readonly reached: readonly Reach[];
  /** Operations that have another address in head. */
  readonly readdressed: readonly Pair<OperationKey>[];
}

/** A use of an operation that has another address in head: what else changes in it, no call shows that goes to the former one. */
export function useElsewhere(
  { consumer, interaction, status }: Omit<Use, "failures" | "unread">,
  at: OperationKey,
): Use {
  return { consumer, interaction, operations: [at], status, failures: [], unread: ["request", "response"] };
}

/** What tells an interaction from others, whoever's it is: the names of messages are part of it. */
export function contentKey(interaction: Interaction): string {
  return interaction.kind === "http"
    ? JSON.stringify([interaction.request.at.value, interaction.response.at.value])
    : JSON.stringify([interaction.description, interaction.at.value]);
}

/** Those of some places in operations that are in what a consumer uses. */
export function reachedOf(
  reached: readonly Reach[],
  { operations, status }: Pick<Use, "operations" | "status">,
): readonly Reach[] {
  return reached
    .filter((reach) => operations.some((operation) => operationShape(reach) === operationShape(operation)))
    .filter((reach) => status === "" || reach.direction === "request" || covers(reach.status, status));
}

function covers(described: string | undefined, status: string): boolean {
  return described === undefined || described === "default" || described === status || described === `${status[0]}XX`;
}

/** A parameter or a header by its place and name, `query.limit`. Names of headers are the same in any case. */
export function parameterAt(place: string, name: string): string {
  return `${place}.${place === "header" ? name.toLowerCase() : name}`;
}

/** The place that a reach names: a parameter or a header as a whole, or a pointer into a body in which any item stands for all. */
export function placeOf(at: string): string {
  const [, place, name] = /^([a-z]+)\.([^/]*)/.exec(at) ?? [];
  return place === undefined || name === undefined ? pointerOf(at) : parameterAt(place, name);
}

/** A pointer in which any item stands for all. */
export function pointerOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}
