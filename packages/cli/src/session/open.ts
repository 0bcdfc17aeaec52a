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
import type { OpenStore } from "@concordat/engine/migration";
import { catalogue } from "@concordat/rules";
import type { CommonFlags } from "../flags.ts";
import type { Surroundings } from "../io.ts";
import { readHeaders } from "./headers.ts";
import { storeOpener } from "./usage-package.ts";

/** What a judging command starts from. */
export interface Session extends OpenRules {
  readonly asOf: string;
  readonly load: LoadOptions;
  readonly failOn: FailOn;
  /** Opens usage stores. */
  readonly openStore: OpenStore;
}

/** The configuration, and the rules that hold with it. */
export interface OpenRules {
  readonly host: Host;
  readonly config: Config;
  /** Our rules, and those of the team that the configuration names. */
  readonly catalogue: Catalogue;
  /** The folder that files may be read from; the checkout where nothing is said. */
  readonly root: string | undefined;
}

/** How rules are opened. */
export interface RulesFlags {
  readonly config?: string;
  readonly root?: string | undefined;
}

/**
 * Reads the configuration and the rules.
 * @param options.ownRules whether the rules of the team that the configuration names are part of the catalogue; a check
 * decides by itself whose configuration names them
 */
export async function openRules(
  flags: RulesFlags,
  io: Pick<Surroundings, "cwd">,
  { ownRules = true }: { readonly ownRules?: boolean } = {},
): Promise<Result<OpenRules>> {
  const host = nodeHost(io.cwd());
  const read = await readConfig(host, flags.config, [...rulesOf(catalogue).keys()], flags.root);
  if (failed(read)) return read;
  const opened = { host, config: read.value, catalogue, root: flags.root };
  return ownRules ? withRulesOfTeam(opened) : { value: opened };
}

/** Reads flags and configuration; the options are those of `openRules`. */
export async function openSession(
  flags: CommonFlags,
  io: Pick<Surroundings, "cwd" | "env">,
  options?: { readonly ownRules?: boolean },
): Promise<Result<Session>> {
  if (flags.asOf !== undefined && !isDay(flags.asOf))
    return inputFailure("usage", `\`${flags.asOf}\` is not a date such as 2027-01-31.`);
  const rules = await openRules(flags, io, options);
  if (failed(rules)) return rules;
  const { host, config } = rules.value;
  const headers = readHeaders(flags.header ?? [], io.env);
  if (failed(headers)) return headers;
  const load = {
    root: flags.root,
    allowRemote: [...config.remoteRefs, ...flags.allowRemoteRef],
    allowPrivateNetwork: flags.allowPrivateNetwork === true,
    headers: headers.value,
  };
  return {
    value: {
      ...rules.value,
      asOf: flags.asOf ?? host.today(),
      load,
      failOn: flags.failOn,
      openStore: storeOpener(io),
    },
  };
}

/** The same with the rules of the team that the configuration names in the catalogue. */
export async function withRulesOfTeam<Opened extends OpenRules>(opened: Opened): Promise<Result<Opened>> {
  const { host, config, root } = opened;
  const top = root ?? (config.rulePackages.length > 0 ? await host.gitRoot(host.cwd) : undefined);
  const extended = await withOwnRules(catalogue, config, host, { root: top });
  return failed(extended) ? extended : { value: { ...opened, catalogue: extended.value } };
}
