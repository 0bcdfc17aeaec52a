import { join, resolve } from "node:path";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import {
  type ClientUsage,
  findUsedOperations,
  type ReadUses,
  type Source,
  type Sources,
} from "../client/used-operations.ts";
import { findFiles } from "../host/find-files.ts";
import type { Host } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";

export type { ScannedUse } from "../model/scan.ts";

/** A description, the folder of its client, and the sources that may use it. */
export interface ClientUsageRequest {
  readonly spec: string;
  /** Absolute; undefined where sources use no generated client. */
  readonly client: string | undefined;
  /** Files and folders, as users name them. */
  readonly sources: readonly string[];
  readonly load: LoadOptions;
}

/** What is read as TypeScript or JavaScript; declarations use nothing. */
const SOURCES = "**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}";
/** Sources with code that is not read. */
const UNREAD = "**/*.{vue,svelte,astro}";
const DECLARATION = /\.d\.[cm]?ts$/;

/** Finds which operations of a description some sources use. */
export async function governClientUsage(
  { spec, client, sources, load }: ClientUsageRequest,
  readUses: ReadUses,
  host: Host,
): Promise<Result<ClientUsage>> {
  const loaded = await loadDescription(spec, host, load);
  if (failed(loaded)) return loaded;
  const read = await readSources(sources, client, host);
  return failed(read) ? read : { value: findUsedOperations(new Api(loaded.value), client, read.value, readUses) };
}

async function readSources(names: readonly string[], client: string | undefined, host: Host): Promise<Result<Sources>> {
  const paths = new Set<string>();
  const unread = new Set<string>();
  for (const name of names) {
    const path = resolve(host.cwd, name);
    if ((await host.realPath(path)) === undefined)
      return inputFailure("source-missing", `\`${name}\` does not exist. Name files or folders with sources.`, {
        file: name,
      });
    const [below, others] = [await findFiles(host, SOURCES, path), await findFiles(host, UNREAD, path)];
    if (failed(below)) return below;
    if (failed(others)) return others;
    const inside = below.value.map((file) => join(path, file));
    for (const each of inside.length > 0 || !isSource(path) ? inside : [path]) paths.add(each);
    for (const file of others.value) unread.add(pathFrom(host.cwd, join(path, file)));
  }
  const own = [...paths].filter((path) => !DECLARATION.test(path) && !isWithin(path, client)).sort();
  if (own.length === 0)
    return inputFailure(
      "source-missing",
      `There are no sources of TypeScript or JavaScript in ${names.map((name) => `\`${name}\``).join(", ")}.`,
    );
  const sources: Source[] = [];
  for (const path of own) {
    const name = pathFrom(host.cwd, path);
    const text = await host.readText(path);
    if (failed(text)) return hostFailure(text, "source-missing", `\`${name}\` cannot be read. ${text.message}`);
    sources.push({ path, name, text: text.value });
  }
  return { value: { own: sources, unread: [...unread].sort() } };
}

function isSource(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

function isWithin(path: string, folder: string | undefined): boolean {
  return folder !== undefined && !pathFrom(folder, path).startsWith("..");
}
