import { DEFAULT_USAGE, failed, inputFailure, type Result, type UsageConfig } from "@concordat/engine";
import { askUsage, governMigrations, type MigrationTerms, openUsage, parseMaxUse } from "@concordat/engine/migration";
import type { CommonFlags, NoticeFlag } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import type { TableFormat } from "../../output/table.ts";
import { writeTexts } from "../../output/write.ts";
import { noticeTerms } from "../../session/notice.ts";
import { openSession, type Session } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type UsageFlags, usageTarget } from "../../session/usage-store.ts";
import { renderMigrations } from "./text.ts";

/** The flags of `migrate status`. */
export interface MigrateFlags extends CommonFlags, NoticeFlag, UsageFlags {
  readonly window?: number;
  readonly exclude: readonly string[];
  readonly pact: readonly string[];
  readonly scan: readonly string[];
  readonly maxUse?: string;
  readonly failIfLate?: boolean;
}

/** `concordat migrate status`: how far consumers have moved away from deprecated operations, and which may be removed. */
export async function migrateStatus(flags: MigrateFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host, load, config } = opened.value;
  const target = await usageTarget(flags, opened.value);
  if (failed(target)) return failureCode(target, io);
  const { contract, store } = target.value;
  const terms = termsOf(flags, contract?.usage ?? config.usage ?? DEFAULT_USAGE, opened.value);
  if (failed(terms)) return failureCode(terms, io);
  const reader = await openUsage(store, opened.value.openStore, host);
  if (failed(reader)) return failureCode(reader, io);
  const sources = { ...target.value, pacts: flags.pact, scans: flags.scan };
  const status = await askUsage(reader.value, (usage) => governMigrations(sources, load, usage, terms.value, host));
  if (failed(status)) return failureCode(status, io);
  complain(status.value.problems, io);
  const render = async ({ format }: { readonly format: string }) => {
    if (format !== "html") return renderMigrations(status.value, format as TableFormat);
    return (await import("../../output/page.ts")).renderPageOfJson(renderMigrations(status.value, "json"));
  };
  const unwritten = await writeTexts(formats.targets<TableFormat>("table"), render, host, io, flags.quiet === true);
  if (unwritten !== undefined) return unwritten;
  return flags.failIfLate && status.value.migrations.some(({ late }) => late) ? 1 : 0;
}

/** What flags ask for, else the configuration. */
function termsOf(
  flags: MigrateFlags,
  usage: Pick<UsageConfig, "windowDays" | "maxUse" | "exclude">,
  session: Session,
): Result<MigrationTerms> {
  const maxUse = flags.maxUse === undefined ? usage.maxUse : parseMaxUse(flags.maxUse);
  if (maxUse === undefined)
    return inputFailure(
      "usage",
      `\`--max-use ${flags.maxUse}\` is neither a number of calls nor a percentage such as \`0.5%\`.`,
    );
  const windowDays = flags.window ?? usage.windowDays;
  const contacts = session.config.consumers;
  const exclude = [...usage.exclude, ...flags.exclude];
  return { value: { ...noticeTerms(flags, session), asOf: session.asOf, maxUse, windowDays, exclude, contacts } };
}
