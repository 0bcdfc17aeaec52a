import { failed, type OpenCheck, openCheck, type Result } from "@concordat/engine";
import type { CommonFlags, CompatibilityFlag } from "../flags.ts";
import type { Surroundings } from "../io.ts";
import { openSession, type Session } from "./open.ts";

/** What says how contracts are checked. */
export interface ContractCheckFlags extends CommonFlags, CompatibilityFlag {
  readonly base?: string;
  readonly policy?: "base" | "head";
}

/** A check of contracts of the configuration, and the session that it is part of. */
export interface ContractCheck {
  readonly session: Session;
  /** Settles whose policy decides, and which contracts are to be judged. */
  open(): Promise<Result<OpenCheck>>;
}

/** What a check is asked for; plain data, which another thread can be sent. */
export interface ContractCheckRequest {
  /** Names of contracts; all where none is named. */
  readonly contracts: readonly string[];
  readonly flags: ContractCheckFlags;
  /** Whether reports will show the lines around what is found. */
  readonly excerpts: boolean;
  /** The day to judge by, where it is settled already. */
  readonly asOf?: string;
}

/** Reads flags and configuration for a check of contracts. */
export async function openContractCheck(
  { contracts, flags, excerpts, asOf: settled }: ContractCheckRequest,
  io: Pick<Surroundings, "cwd" | "env">,
): Promise<Result<ContractCheck>> {
  const opened = await openSession({ ...flags, ...(settled && { asOf: settled }) }, io, { ownRules: false });
  if (failed(opened)) return opened;
  const session = opened.value;
  const { config, asOf, failOn, openStore, catalogue, host } = session;
  const load = { ...session.load, allowRemote: flags.allowRemoteRef };
  const { base: baseRevision, policy, config: configFile, compatibility } = flags;
  const request = { config, configFile, contracts, asOf, load, excerpts };
  const open = () => openCheck({ ...request, baseRevision, policy, compatibility, failOn, openStore }, catalogue, host);
  return { value: { session, open } };
}
