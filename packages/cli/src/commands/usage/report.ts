import { resolve } from "node:path";
import { failed, nodeHost } from "@concordat/engine";
import type { UsageReader } from "@concordat/usage";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import type { TableFormat } from "../../output/table.ts";
import { writeTexts } from "../../output/write.ts";
import { failureCode } from "../../session/problems.ts";
import { loadUsage } from "./load.ts";
import { renderUsage } from "./text.ts";

/** The flags of `usage report`. */
export interface ReportFlags {
  readonly store: string;
  readonly quiet?: boolean;
}

/** `concordat usage report`: who called what, and when. */
export async function usageReport(flags: ReportFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  const usage = await loadUsage(io.cwd());
  if (failed(usage)) return failureCode(usage, io);
  const opened = await usage.value.UsageReader.open(resolve(io.cwd(), flags.store));
  if (failed(opened)) return failureCode(opened, io);
  const reader: UsageReader = opened.value;
  try {
    const targets = formats.targets<TableFormat>("table");
    const render = ({ format }: { readonly format: string }) => renderUsage(reader, format as TableFormat);
    return (await writeTexts(targets, render, nodeHost(io.cwd()), io, flags.quiet === true)) ?? 0;
  } finally {
    reader.close();
  }
}
