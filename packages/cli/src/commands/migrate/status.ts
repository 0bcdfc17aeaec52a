import { resolve } from "node:path";
import { contractOf, failed, inputFailure, type Result } from "@concordat/engine";
import { governMigrations, type MaxUse } from "@concordat/engine/migration";
import type { CommonFlags, NoticeFlag } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import type { TableFormat } from "../../output/table.ts";
import { writeTexts } from "../../output/write.ts";
import { noticeTerms } from "../../session/notice.ts";
import { openSession } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { loadUsage } from "../usage/load.ts";
import { renderMigrations } from "./text.ts";

/** The flags of `migrate status`. */
export interface MigrateFlags extends CommonFlags, NoticeFlag {
  readonly spec: string;
  readonly store: string;
  readonly window: number;
  readonly exclude: readonly string[];
  readonly maxUse: string;
  readonly failIfLate?: boolean;
}

/** `concordat migrate status`: how far consumers have moved away from deprecated operations, and which may be removed. */
export async function migrateStatus(flags: MigrateFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  const maxUse = parseMaxUse(flags.maxUse);
  if (failed(maxUse)) return failureCode(maxUse, io);
  const usage = await loadUsage(io.cwd());
  if (failed(usage)) return failureCode(usage, io);
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host, load, asOf, config } = opened.value;
  const reader = await usage.value.UsageReader.open(resolve(io.cwd(), flags.store));
  if (failed(reader)) return failureCode(reader, io);
  try {
    const terms = {
      ...noticeTerms(flags, opened.value),
      ...{ asOf, maxUse: maxUse.value, windowDays: flags.window, exclude: flags.exclude },
    };
    const described = { source: flags.spec, contract: await contractOf(flags.spec, config, host) };
    const status = await governMigrations(described, load, reader.value, terms, host);
    if (failed(status)) return failureCode(status, io);
    complain(status.value.problems, io);
    const render = ({ format }: { readonly format: string }) => renderMigrations(status.value, format as TableFormat);
    const unwritten = await writeTexts(formats.targets<TableFormat>("table"), render, host, io, flags.quiet === true);
    if (unwritten !== undefined) return unwritten;
    return flags.failIfLate && status.value.migrations.some(({ late }) => late) ? 1 : 0;
  } finally {
    reader.value.close();
  }
}

function parseMaxUse(text: string): Result<MaxUse> {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (percent === "%" && Number(number) <= 100) return { value: { percent: Number(number) } };
  if (percent === "" && Number.isSafeInteger(Number(number))) return { value: { calls: Number(number) } };
  return inputFailure("usage", `\`--max-use ${text}\` is neither a number of calls nor a percentage such as \`0.5%\`.`);
}
