import { isObject, own } from "@concordat/containment";
import type { FindingData } from "../finding/finding.ts";
import type { OperationRef } from "../model/revision.ts";

/** How far an operation has come, as its description says. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** `YYYY-MM-DD` */
  readonly sunset: string | undefined;
  readonly announced: string | undefined;
  /** `stable` where nothing is said. */
  readonly stability: string;
}

const LEVELS: readonly string[] = ["draft", "alpha", "beta", "stable"];

/** Reads what is in use for dates and levels; OpenAPI itself only knows `deprecated`. */
export function lifecycleOf({ at }: OperationRef): Lifecycle {
  const raw = isObject(at.value) ? at.value : {};
  const date = (...keys: readonly string[]) =>
    keys.map((key) => isoDate(own(raw, key))).find((value) => value !== undefined);
  const stability = own(raw, "x-stability-level");
  return {
    deprecated: own(raw, "deprecated") === true,
    sunset: date("x-sunset", "x-remove-on"),
    announced: date("x-deprecated-at"),
    stability: typeof stability === "string" ? stability : "stable",
  };
}

/** Order of stability levels, the least stable first; a level that is unknown counts as stable. */
export function stabilityRank(level: string): number {
  const rank = LEVELS.indexOf(level);
  return rank < 0 ? LEVELS.length - 1 : rank;
}

/** What a policy about removals needs to know of an operation that is gone. */
export function lifecycleData(ref: OperationRef): FindingData {
  const { deprecated, sunset, announced, stability } = lifecycleOf(ref);
  return {
    ...(deprecated && { deprecated }),
    ...(sunset !== undefined && { sunset }),
    ...(announced !== undefined && { announced }),
    ...(stability !== "stable" && { stability }),
  };
}

/** Tags of an operation, in order. */
export function tagsOf({ at }: OperationRef): string[] {
  const tags = isObject(at.value) ? own(at.value, "tags") : undefined;
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

function isoDate(value: unknown): string | undefined {
  const match = typeof value === "string" ? /^\d{4}-\d{2}-\d{2}/.exec(value) : null;
  return match?.[0];
}
