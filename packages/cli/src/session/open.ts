import {
  type Catalogue,
  type Config,
  type FailOn,
  failed,
  type Host,
  inputFailure,
  isDay,
  type LoadOptions,
  nodeHost,
  type Result,
  readConfig,
  rulesOf,
} from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { CommonFlags } from "../flags.ts";
import type { Surroundings } from "../io.ts";

/** What a judging command starts from. */
export interface Session {
  readonly host: Host;
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly asOf: string;
  readonly load: LoadOptions;
  readonly failOn: FailOn;
}

/** Reads flags and configuration. */
export async function openSession(flags: CommonFlags, io: Surroundings): Promise<Result<Session>> {
  const host = nodeHost(io.cwd());
  if (flags.asOf !== undefined && !isDay(flags.asOf))
    return inputFailure("usage", `\`${flags.asOf}\` is not a date such as 2027-01-31.`);
  const read = await readConfig(host, flags.config, [...rulesOf(catalogue).keys()], flags.root);
  if (failed(read)) return read;
  const config = read.value;
  const load = {
    root: flags.root,
    allowRemote: [...config.remoteRefs, ...flags.allowRemoteRef],
    allowPrivateNetwork: flags.allowPrivateNetwork === true,
  };
  return { value: { host, config, catalogue, asOf: flags.asOf ?? host.today(), load, failOn: flags.failOn } };
}
