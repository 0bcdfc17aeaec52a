import { type Failure, failed, findFiles, type Host, inputFailure, pathFrom, type Result } from "@concordat/engine";
import { isUsageReport } from "@concordat/engine/migration";
import { readAttribution } from "@concordat/engine/usage";
import type { ImportedSource, Totals } from "@concordat/usage";
import type { CommonFlags } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import { openSession } from "../../session/open.ts";
import { failureCode } from "../../session/problems.ts";
import { loadUsage, withPassword } from "../../session/usage-package.ts";
import { type UsageFlags, usageTarget } from "../../session/usage-store.ts";
import { rowProgress } from "./progress.ts";

/** The flags of `usage import`. */
export interface ImportFlags extends CommonFlags, UsageFlags {
  readonly log: string;
  readonly consumer?: string;
  readonly basePath: readonly string[];
  readonly field: readonly string[];
  readonly hashConsumers?: string;
}

/** `concordat usage import`: counts the calls of logs into a store. */
export async function usageImport(sources: readonly string[], flags: ImportFlags, io: Surroundings): Promise<ExitCode> {
  const usage = await loadUsage(io.cwd());
  if (failed(usage)) return failureCode(usage, io);
  const { readOptions, importUsage } = usage.value;
  const read = readOptions(flags.log, { consumer: flags.consumer, fields: flags.field });
  if (failed(read)) return failureCode(read, io);
  const key = secretOf(flags.hashConsumers, io.env);
  if (failed(key)) return failureCode(key, io);
  const opened = await openSession({ ...flags, failOn: "error" }, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host, load } = opened.value;
  const target = await usageTarget(flags, opened.value);
  if (failed(target)) return failureCode(target, io);
  if (isUsageReport(target.value.store)) return failureCode(reportOnly(target.value.store, host), io);
  const store = withPassword(target.value.store, io.env);
  if (failed(store)) return failureCode(store, io);
  const attribution = await readAttribution(target.value.source, { load, basePaths: flags.basePath }, host);
  if (failed(attribution)) return failureCode(attribution, io);
  const progress = rowProgress(flags.quiet === true, io);
  const imported = await importUsage({
    store: store.value,
    log: flags.log,
    sources,
    read: read.value,
    attribution: attribution.value,
    hashKey: key.value,
    cwd: io.cwd(),
    filesOf: (glob) => findFiles(host, glob, host.cwd),
    stdin: () => process.stdin,
    onProgress: progress.rows,
    onSource: (each) => {
      progress.end();
      tell(each, flags.quiet === true, io);
    },
  });
  progress.end();
  if (failed(imported)) return failureCode(imported, io);
  return 0;
}

function reportOnly({ path }: { readonly path: string }, { cwd }: Host): Failure {
  const name = pathFrom(cwd, path);
  return inputFailure(
    "usage",
    `\`${name}\` is a usage report, which is only read. Name the file of a store with \`--store\`, such as \`usage.db\`.`,
  );
}

function secretOf(option: string | undefined, env: Surroundings["env"]): Result<string | undefined> {
  if (option === undefined) return { value: undefined };
  const name = /^env:(.+)$/.exec(option)?.[1];
  if (name === undefined)
    return inputFailure(
      "usage",
      "`--hash-consumers` is not of the form `env:VARIABLE`. The secret stays in the environment.",
    );
  const value = env[name];
  return value
    ? { value }
    : inputFailure("usage", `\`--hash-consumers\` asks for the variable \`${name}\`, which is not set.`);
}

function tell(imported: ImportedSource, quiet: boolean, io: Surroundings): void {
  const { source, malformed } = imported;
  for (const { line, reason } of malformed)
    io.stderr.write(
      `${[source, line].filter((part) => part !== undefined).join(":")}: The row is malformed: ${reason}.\n`,
    );
  if (!quiet)
    io.stdout.write(
      `${source}: ${imported.known ? "in the store already; nothing was added" : countsOf(imported.totals)}\n`,
    );
}

function countsOf({ rows, matched, anonymous, unmatched, malformed }: Totals): string {
  return `${rows} rows, ${matched} matched (${anonymous} anonymous), ${unmatched} unmatched, ${malformed} malformed`;
}
