import { basename, join } from "node:path";
import { compareText } from "./base/order.ts";
import type { Host } from "./host/host.ts";
import { compareVersions, parseVersion, type Version } from "./policy/versions.ts";

/** The newest released revision of a folder, by the version in its file name; null where there is none. */
export async function newestRevision(folder: string, host: Host): Promise<string | null> {
  const newest = newestOf(await host.glob("*.{yaml,yml,json}", folder));
  return newest === undefined ? null : join(folder, newest);
}

/** The newest of the files of a folder, by the version in its name; undefined where none is a description. */
export function newestOf(files: readonly string[]): string | undefined {
  return revisionsIn(files).at(-1);
}

/** The revisions among the files of a folder, oldest version first. */
export function revisionsIn(files: readonly string[]): string[] {
  return files.filter((file) => /\.(?:ya?ml|json)$/.test(file)).toSorted(byVersion);
}

/** The version that the name of a revision says; undefined where it is none. */
export function versionOf(file: string): Version | undefined {
  return parseVersion(basename(file).replace(/\.(?:ya?ml|json)$/, ""));
}

function byVersion(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  if (left === undefined || right === undefined)
    return left === right ? compareText(a, b) : left === undefined ? -1 : 1;
  return compareVersions(left, right);
}
