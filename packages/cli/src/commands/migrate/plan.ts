import { type ContractConfig, contractOf, failed, type Result } from "@concordat/engine";
import { askUsage, type OpenUsage, openUsage } from "@concordat/engine/migration";
import { governPlan } from "@concordat/engine/plan";
import type { CommonFlags } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { openSession, type Session } from "../../session/open.ts";
import { failureCode } from "../../session/problems.ts";
import { namedStore } from "../../session/usage-store.ts";
import { type PlanFormat, renderPlan } from "./plan-text.ts";
import { type RevisionFlags, revisionsOf } from "./revisions.ts";

/** The flags of `migrate plan`. */
export interface PlanFlags extends CommonFlags, RevisionFlags {
  readonly consumer?: string;
  readonly pact: readonly string[];
  readonly scan: readonly string[];
  readonly store?: string;
}

/** `concordat migrate plan`: a guide for a consumer, with each call that it makes before and after. */
export async function migratePlan(flags: PlanFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host, load, asOf } = opened.value;
  const revisions = revisionsOf(flags, opened.value);
  if (failed(revisions)) return failureCode(revisions, io);
  const contract = await contractOf(revisions.value.head, opened.value.config, host);
  const reader = await usageOf(flags, contract, opened.value);
  if (failed(reader)) return failureCode(reader, io);
  const { consumer, pact: pacts, scan: scans } = flags;
  const planned = (usage: OpenUsage | undefined) =>
    governPlan({ ...revisions.value, contract, consumer, pacts, scans, usage, asOf, load }, host);
  const plan = await (reader.value === undefined ? planned(undefined) : askUsage(reader.value, planned));
  if (failed(plan)) return failureCode(plan, io);
  const render = ({ format }: { readonly format: string }) => renderPlan(plan.value, format as PlanFormat);
  return (await writeTexts(formats.targets<PlanFormat>("markdown"), render, host, io, flags.quiet === true)) ?? 0;
}

async function usageOf(
  flags: PlanFlags,
  contract: ContractConfig | undefined,
  { config, host, openStore }: Session,
): Promise<Result<OpenUsage | undefined>> {
  const usage = contract?.usage ?? config.usage;
  if (flags.store === undefined && usage === undefined) return { value: undefined };
  const named = namedStore(flags.store, usage, host.cwd);
  if (failed(named)) return named;
  const opened = await openUsage(named.value, openStore, host);
  // One that only the configuration names need not be there yet.
  const isMissing =
    flags.store === undefined && failed(opened) && opened.problems.some(({ code }) => code === "store-missing");
  return isMissing ? { value: undefined } : opened;
}
