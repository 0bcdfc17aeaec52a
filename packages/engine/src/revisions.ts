import { basename, join } from "node:path";
import { compareText } from "./base/order.ts";
import type { Host } from "./host/host.ts";
import { compareVersions, parseVersion } from "./policy/versions.ts";

/** The newest released revision of a folder, by the version in its file name; null where there is none. */
export async function newestRevision(folder: string, host: Host): Promise<string | null> {
  const files = (await host.glob("*.{yaml,yml,json}", folder)).toSorted(byVersion);
  const newest = files.at(-1);
  return newest === undefined ? null : join(folder, newest);
}

function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((file) => parseVersion(basename(file).replace(/\.(?:ya?ml|json)$/, "")));
  if (left === undefined || right === undefined)
    return left === right ? compareText(a, b) : left === undefined ? -1 : 1;
  return compareVersions(left, right);
}
