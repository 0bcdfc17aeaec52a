import { resolve } from "node:path";
import { type ContractConfig, contractOf, type Failure, inputFailure, pathFrom, type Result } from "@concordat/engine";
import type { Session } from "./open.ts";

/** Which description and which store a command is about. */
export interface UsageFlags {
  readonly spec?: string;
  readonly store?: string;
}

/** What flags and configuration come to. */
export interface UsageTarget {
  readonly source: string;
  /** The contract that the source is of, if any. */
  readonly contract: ContractConfig | undefined;
  /** Absolute path of the store. */
  readonly store: string;
}

/** The description and the store that flags name, else those of the configuration. */
export async function usageTarget(
  { spec, store }: UsageFlags,
  { config, host }: Pick<Session, "config" | "host">,
): Promise<Result<UsageTarget>> {
  const [only, ...others] = config.contracts;
  if (spec === undefined && (only === undefined || others.length > 0))
    return inputFailure(
      "usage",
      only === undefined
        ? "No description is named. Name one with `--spec`, or write concordat.yaml (run `concordat init`)."
        : `The configuration has ${config.contracts.length} contracts. Name the description of one with \`--spec\`.`,
    );
  const source = spec ?? (only ? pathFrom(host.cwd, only.spec) : "");
  const contract = await contractOf(source, config, host);
  const named = store === undefined ? (contract?.usage ?? config.usage)?.store : resolve(host.cwd, store);
  if (named === undefined) return noStore();
  return { value: { source, contract, store: named } };
}

/** Neither a flag nor the configuration names a store. */
export function noStore(): Failure {
  return inputFailure(
    "usage",
    "No usage store is named. Name its file with `--store`, or as `usage.store` in the configuration.",
  );
}
