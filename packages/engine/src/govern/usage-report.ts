import { pathToFileURL } from "node:url";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import { type FileLocation, type StoreLocation, storeName } from "../config/store.ts";
import type { Host } from "../host/host.ts";
import { type OperationKey, operationName } from "../model/operation-key.ts";
import { type UsageReport, UsageReportForm } from "../model/usage-report.ts";
import type { OpenStore, OpenUsage } from "./usage-store.ts";
import { readWritten } from "./written-document.ts";

/**
 * Opens what counts calls: a usage report, which is read as a text, or a store. What is not there
 * has the code `store-missing`, a store that nothing here can open `store-unsupported`.
 *
 * @param openStore opens stores; undefined where there is no database
 * @param texts where reports are read
 */
export async function openUsage(
  location: StoreLocation,
  openStore: OpenStore | undefined,
  texts: Host,
): Promise<Result<OpenUsage>> {
  if (isUsageReport(location)) {
    const report = await readUsageReport(location.path, texts);
    return failed(report) ? report : { value: reportedUsage(report.value) };
  }
  if (openStore !== undefined) return openStore(location);
  return inputFailure(
    "store-unsupported",
    `The usage store \`${storeName(location, texts.cwd)}\` cannot be read here. Name a usage report, which \`concordat usage report --format json\` writes.`,
  );
}

/** Whether a usage report is named, and not a store. */
export function isUsageReport(location: StoreLocation): location is FileLocation & { readonly path: `${string}.json` } {
  return location.engine === "duckdb" && location.path.endsWith(".json");
}

const REPORT = {
  form: UsageReportForm,
  what: "a usage report",
  command: "concordat usage report --format json",
};

/** Reads a usage report by its absolute path; one that is not there has the code `store-missing`, as a store has. */
export async function readUsageReport(path: string, host: Host): Promise<Result<UsageReport>> {
  const name = pathFrom(host.cwd, path);
  const text = await host.readText(path);
  if (failed(text)) {
    const way = `Write it with \`${REPORT.command}\`.`;
    const code = text.failure === "missing" ? "store-missing" : "store-unreadable";
    return hostFailure(text, code, `The usage report \`${name}\` cannot be read. ${text.message} ${way}`);
  }
  const checked = readWritten({ uri: pathToFileURL(path).href, name, text: text.value }, REPORT);
  if (failed(checked)) return checked;
  const { cells, days = cells.map(({ day }) => day) } = checked.value;
  return { value: { ...checked.value, days } };
}

/** The calls of a report, asked as those of a store are. */
function reportedUsage({ cells, days = [] }: UsageReport): OpenUsage {
  const cellsOf = (operations: readonly OperationKey[]) => {
    const wanted = new Set(operations.map(operationName));
    return cells.filter((cell) => wanted.has(operationName(cell)));
  };
  return {
    operations: async (until) => {
      const known = new Map(cells.filter(({ day }) => day <= until).map((cell) => [operationName(cell), cell]));
      return [...known.values()].map(({ method, path }) => ({ method, path }));
    },
    cellsOf: async (operations, until) => cellsOf(operations).filter(({ day }) => day <= until),
    callsByConsumer: async (operations, from, to) => {
      const calls = new Map<string | null, number>();
      for (const { consumer, day, calls: count } of cellsOf(operations))
        if (day >= from && day <= to) calls.set(consumer, (calls.get(consumer) ?? 0) + count);
      return calls;
    },
    daysWithRows: async (from, to) => new Set(days.filter((day) => day >= from && day <= to)),
    close: async () => {},
  };
}
