import { basename, join } from "node:path";
import { compareText } from "./base/order.ts";
import type { Host } from "./host/host.ts";
import { parseVersion } from "./policy/versions.ts";

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
  for (let i = 0; i < Math.max(left.numbers.length, right.numbers.length); i++) {
    const difference = (left.numbers[i] ?? 0) - (right.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  // A prerelease comes before its release.
  if (left.prerelease === "" || right.prerelease === "")
    return left.prerelease === right.prerelease ? 0 : left.prerelease === "" ? 1 : -1;
  return compareText(left.prerelease, right.prerelease);
}
