import { failed, nodeHost, parseStore, type Result, type StoreLocation } from "@concordat/engine";
import { askUsage, isUsageReport, readUsageReport } from "@concordat/engine/migration";
import type { UsageReader } from "@concordat/usage";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import type { TableFormat } from "../../output/table.ts";
import { writeTexts } from "../../output/write.ts";
import { openRules } from "../../session/open.ts";
import { failureCode } from "../../session/problems.ts";
import { loadUsage, withPassword } from "../../session/usage-package.ts";
import { namedStore } from "../../session/usage-store.ts";
import { renderUsage, type UsageSource } from "./text.ts";

/** The flags of `usage report`. */
export interface ReportFlags {
  readonly store?: string;
  readonly config?: string;
  readonly quiet?: boolean;
}

/** `concordat usage report`: who called what, and when. */
export async function usageReport(flags: ReportFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  const store = await storeOf(flags, io);
  if (failed(store)) return failureCode(store, io);
  const opened = await openSource(store.value, io);
  if (failed(opened)) return failureCode(opened, io);
  const targets = formats.targets<TableFormat>("table");
  const answered = await askUsage(opened.value, async (source) => {
    const render = ({ format }: { readonly format: string }) => renderUsage(source, format as TableFormat);
    const unwritten = await writeTexts(targets, render, nodeHost(io.cwd()), io, flags.quiet === true);
    return { value: unwritten ?? 0 };
  });
  return failed(answered) ? failureCode(answered, io) : answered.value;
}

/** What is shown: the cells of a store, or of a report that was made of one. */
async function openSource(
  location: StoreLocation,
  io: Surroundings,
): Promise<Result<UsageSource & Pick<UsageReader, "close">>> {
  if (!isUsageReport(location)) {
    const store = withPassword(location, io.env);
    if (failed(store)) return store;
    const usage = await loadUsage(io.cwd());
    return failed(usage) ? usage : usage.value.UsageReader.open(store.value);
  }
  const report = await readUsageReport(location.path, nodeHost(io.cwd()));
  if (failed(report)) return report;
  const { cells, days, totals } = report.value;
  return {
    value: {
      async *cells() {
        yield cells;
      },
      totals: async () => totals,
      daysWithRows: async () => new Set(days),
      close: async () => {},
    },
  };
}

async function storeOf(flags: ReportFlags, io: Surroundings): Promise<Result<StoreLocation>> {
  if (flags.store !== undefined) return parseStore(flags.store, io.cwd());
  const opened = await openRules(flags, io, { ownRules: false });
  if (failed(opened)) return opened;
  return namedStore(undefined, opened.value.config.usage, io.cwd());
}
