import {
  type ContractConfig,
  contractOf,
  type Failure,
  failed,
  inputFailure,
  parseStore,
  pathFrom,
  type Result,
  type StoreLocation,
  type UsageConfig,
} from "@concordat/engine";
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
  readonly store: StoreLocation;
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
  const named = namedStore(store, contract?.usage ?? config.usage, host.cwd);
  return failed(named) ? named : { value: { source, contract, store: named.value } };
}

/** The store that a flag names, else that of the configuration. */
export function namedStore(
  flag: string | undefined,
  usage: Pick<UsageConfig, "store"> | undefined,
  cwd: string,
): Result<StoreLocation> {
  if (flag !== undefined) return parseStore(flag, cwd);
  return usage === undefined ? NO_STORE : { value: usage.store };
}

const NO_STORE: Failure = inputFailure(
  "usage",
  "No usage store is named. Name its file with `--store`, or write `usage` in the configuration.",
);
