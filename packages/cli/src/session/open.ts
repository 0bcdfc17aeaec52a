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
  withOwnRules,
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

/**
 * Reads flags and configuration.
 * @param options.ownRules whether the rules of the team that the configuration names are part of the catalogue; a check
 * decides by itself whose configuration names them
 */
export async function openSession(
  flags: CommonFlags,
  io: Surroundings,
  { ownRules = true }: { readonly ownRules?: boolean } = {},
): Promise<Result<Session>> {
  const host = nodeHost(io.cwd());
  if (flags.asOf !== undefined && !isDay(flags.asOf))
    return inputFailure("usage", `\`${flags.asOf}\` is not a date such as 2027-01-31.`);
  const read = await readConfig(host, flags.config, [...rulesOf(catalogue).keys()], flags.root);
  if (failed(read)) return read;
  const config = read.value;
  const headers = readHeaders(flags.header ?? [], io.env);
  if (failed(headers)) return headers;
  const load = {
    root: flags.root,
    allowRemote: [...config.remoteRefs, ...flags.allowRemoteRef],
    allowPrivateNetwork: flags.allowPrivateNetwork === true,
    headers: headers.value,
  };
  const asOf = flags.asOf ?? host.today();
  const session = { host, config, catalogue, asOf, load, failOn: flags.failOn };
  return ownRules ? withRulesOfTeam(session) : { value: session };
}

/** The same with the rules of the team that the configuration names in the catalogue. */
export async function withRulesOfTeam(session: Session): Promise<Result<Session>> {
  const { host, config, load } = session;
  const root = load.root ?? (config.rulePackages.length > 0 ? await host.gitRoot(host.cwd) : undefined);
  const extended = await withOwnRules(catalogue, config, host, { root });
  return failed(extended) ? extended : { value: { ...session, catalogue: extended.value } };
}

/** Header fields as they are named on the command line. No message repeats a value, which may be a secret. */
function readHeaders(headers: readonly string[], env: Surroundings["env"]): Result<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const header of headers) {
    const [, name, written = ""] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*(.*)$/s.exec(header) ?? [];
    if (name === undefined)
      return inputFailure(
        "usage",
        "A `--header` is not of the form `Name: value`, such as `Authorization: env:TOKEN`.",
      );
    const variable = /^env:(.+)$/s.exec(written)?.[1];
    const value = variable === undefined ? written : env[variable];
    if (value === undefined)
      return inputFailure("usage", `\`--header ${name}\` asks for the variable \`${variable}\`, which is not set.`);
    if (!/^[\t\x20-\x7e]*$/.test(value))
      return inputFailure("usage", `The value of \`--header ${name}\` has characters that no header can carry.`);
    fields[name.toLowerCase()] = value;
  }
  return { value: fields };
}
