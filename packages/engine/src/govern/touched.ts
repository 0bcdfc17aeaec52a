import { dirname, isAbsolute, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { pathFrom } from "../base/paths.ts";
import { failed } from "../base/result.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { timelineFile } from "../config/read-timeline.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import type { ChangedFiles, CheckRequest } from "./check-request.ts";
import { consumersFolder } from "./consumers.ts";
import type { Gate, GatedContract } from "./gate.ts";

/** The contracts that have a changed file among theirs; all where the policy changed that all rest on. */
export async function chooseTouched(
  chosen: readonly GatedContract[],
  gate: Pick<Gate, "changes" | "packages" | "config">,
  request: Pick<CheckRequest, "onlyChanged" | "config" | "load">,
  host: Host,
): Promise<readonly GatedContract[]> {
  const { onlyChanged: files, config } = request;
  if (files === undefined || gate.changes.length + gate.packages.length > 0) return chosen;
  const rulesets = [gate.config, config]
    .flatMap(({ lint, rulePackages }) => [...lint.rulesets, ...rulePackages])
    .filter((path) => isAbsolute(path));
  const layers = config.layers.flatMap(({ source: { uri } }) => (uri.startsWith("file:") ? [fileURLToPath(uri)] : []));
  const shared = [...rulesets, ...layers];
  if (await anyTouched(shared, files, host)) return chosen;
  const touched = await Promise.all(chosen.map(({ contract }) => isTouched(contract, files, request.load, host)));
  return chosen.filter((_, i) => touched[i]);
}

/**
 * Whether a file of a contract changed. Its description is made of the files that loading it reads or misses; base has
 * others only where one of these changed.
 */
async function isTouched(
  contract: ContractConfig,
  files: ChangedFiles,
  load: CheckRequest["load"],
  host: Host,
): Promise<boolean> {
  const { spec, revisions, base, baseline, client } = contract;
  const timeline = timelineFile(contract).path;
  const named = [spec, revisions, base, baseline, client, timeline, consumersFolder(contract)];
  const beside = named.filter((path) => path !== undefined && isAbsolute(path)) as string[];
  if (await anyTouched(beside, files, host)) return true;
  const description = await loadDescription(pathFrom(host.cwd, spec) || spec, host, load);
  // One that cannot be read is judged, so that this is reported.
  if (failed(description)) return true;
  const uris = [...description.value.texts.keys(), ...description.value.missing.keys()];
  return anyTouched(
    uris.filter((uri) => uri.startsWith("file:")).map((uri) => fileURLToPath(uri)),
    files,
    host,
  );
}

async function anyTouched(paths: readonly string[], { changed, kept }: ChangedFiles, host: Host): Promise<boolean> {
  for (const path of paths) {
    const real = await host.realPath(path);
    const names = real === undefined || real === path ? [path] : [path, real];
    if (names.some((name) => changed.has(name) || ancestorsOf(name).some((folder) => changed.has(folder)))) return true;
    const below = [...changed].some((file) => names.some((name) => file.startsWith(`${name}${sep}`)));
    if (below) return true;
    const known = names.some((name) => kept.has(name) || [...kept].some((file) => file.startsWith(`${name}${sep}`)));
    if (real !== undefined && !known) return true;
  }
  return false;
}

/** Folders above a path: where one is a link that changed, so has all behind it. */
function ancestorsOf(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) folders.push(folder);
  return folders;
}
