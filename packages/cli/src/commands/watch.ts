import { watch } from "node:fs";
import { dirname, resolve } from "node:path";
import { failed, isBelow, nodeHost, readConfig, rulesOf } from "@concordat/engine";
import { catalogue } from "@concordat/rules";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { complain } from "../session/problems.ts";
import type { CheckFlags } from "./check.ts";
import type { LintFlags } from "./lint.ts";

/** Time in which several changes count as one, in milliseconds: editors write a file in steps. */
const QUIET_MS = 100;

/** What of the flags of a command decides how it is watched. */
export interface WatchFlags {
  readonly watch?: boolean;
  readonly config?: string;
  readonly quiet?: boolean;
  /** Whether the run writes files that are watched. */
  readonly writes?: boolean;
}

/** `concordat check`, once or with `--watch`. */
export async function checkWatched(
  contracts: readonly string[],
  flags: CheckFlags & WatchFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const { check } = await import("./check.ts");
  const writes = flags.writeBaseline === true;
  return watched([], { ...flags, writes }, formats, io, () => check(contracts, flags, formats, io));
}

/** `concordat lint`, once or with `--watch`. */
export async function lintWatched(
  specs: readonly string[],
  flags: LintFlags & WatchFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const { lint } = await import("./lint.ts");
  const { asksForFixes } = await import("./lint-fix.ts");
  const writes = asksForFixes(flags) || flags.writeBaseline !== undefined;
  return watched(specs, { ...flags, writes }, formats, io, () => lint(specs, flags, formats, io));
}

/**
 * Runs a command, and with `--watch` again each time a YAML or JSON file changes beside the descriptions or the configuration,
 * until the process is ended.
 *
 * @param sources descriptions that the command line names; the contracts of the configuration where there are none
 */
export async function watched(
  sources: readonly string[],
  flags: WatchFlags,
  formats: FormatOptions,
  io: Surroundings,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (!flags.watch) return run();
  if (flags.writes)
    return complain([{ code: "usage", message: "`--watch` only reports. Leave out flags that write files." }], io);
  const outputs = new Set(
    formats
      .targets("stylish")
      .flatMap(({ output }) => output ?? [])
      .map((file) => resolve(io.cwd(), file)),
  );
  const folders = await foldersOf(sources, flags, io);
  const { promise, reject } = Promise.withResolvers<ExitCode>();
  let last: Promise<unknown> = Promise.resolve();
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    last = last
      .then(() => {
        io.stdout.write("\n");
        return run();
      })
      .catch(reject);
  };
  const changed = (file: string) => {
    if (!/\.(?:ya?ml|json)$/i.test(file) || outputs.has(file)) return;
    clearTimeout(timer);
    timer = setTimeout(again, QUIET_MS);
  };
  for (const folder of folders)
    watch(folder, { recursive: true, signal: ending.signal }, (_, name) => {
      if (name !== null) changed(resolve(folder, name));
    }).on("error", reject);
  // What changes while the first run goes on may be too late for it.
  last = run().catch(reject);
  try {
    await Promise.race([last, promise]);
    if (!flags.quiet) io.stderr.write(`Watching ${folders.join(", ")}. Ctrl+C ends it.\n`);
    return await promise;
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

/** The folders of what is judged; a folder within another is watched with that. */
async function foldersOf(
  sources: readonly string[],
  { config: file }: WatchFlags,
  io: Surroundings,
): Promise<readonly string[]> {
  const config = await readConfig(nodeHost(io.cwd()), file, [...rulesOf(catalogue).keys()]);
  const contracts = failed(config) ? [] : config.value.contracts.map(({ spec }) => spec);
  const path = failed(config) ? undefined : config.value.path;
  const files = [...(sources.length > 0 ? sources : contracts), ...(path === undefined ? [] : [path])];
  const folders = files
    .filter((each) => !/^(?:-$|https?:|git:)/.test(each))
    .map((each) => dirname(resolve(io.cwd(), each)));
  const all = [...new Set(folders.length > 0 ? folders : [io.cwd()])];
  return all.filter((folder) => !all.some((other) => other !== folder && isBelow(folder, other)));
}
