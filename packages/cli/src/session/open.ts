import {
  type Catalogue,
  type Config,
  type FailOn,
  type Host,
  isDay,
  type LoadOptions,
  nodeHost,
  readConfig,
  rulesOf,
} from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { CommonFlags } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import { complain } from "./problems.ts";

/** What a judging command starts from. */
export interface Session {
  readonly host: Host;
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly asOf: string;
  readonly load: LoadOptions;
  readonly failOn: FailOn;
}

/** Reads flags and configuration; answers an exit code where they are wrong. */
export async function openSession(flags: CommonFlags, io: Surroundings): Promise<Session | ExitCode> {
  const host = nodeHost(io.cwd());
  if (flags.asOf !== undefined && !isDay(flags.asOf))
    return complain([{ code: "usage", message: `\`${flags.asOf}\` is not a date such as 2027-01-31.` }], io);
  const { value: config, problems } = await readConfig(host, flags.config, [...rulesOf(catalogue).keys()], flags.root);
  if (config === undefined) return complain(problems, io);
  const load = {
    root: flags.root,
    allowRemote: [...config.remoteRefs, ...flags.allowRemoteRef],
    allowPrivateNetwork: flags.allowPrivateNetwork === true,
  };
  return { host, config, catalogue, asOf: flags.asOf ?? host.today(), load, failOn: flags.failOn };
}
