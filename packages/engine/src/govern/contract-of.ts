import { resolve } from "node:path";
import type { Config, ContractConfig } from "../config/read-config.ts";
import type { Host } from "../host/host.ts";

/** The contract of a configuration that a source is the description of; undefined where it is of none. */
export async function contractOf(
  source: string,
  { contracts }: Pick<Config, "contracts">,
  host: Host,
): Promise<ContractConfig | undefined> {
  const path = await host.realPath(resolve(host.cwd, source));
  for (const contract of contracts)
    if (path !== undefined && (await host.realPath(contract.spec)) === path) return contract;
  return undefined;
}
