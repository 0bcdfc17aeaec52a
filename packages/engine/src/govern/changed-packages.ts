import { dirname, join } from "node:path";
import { pathFrom } from "../base/paths.ts";
import { failed } from "../base/result.ts";
import type { Config } from "../config/read-config.ts";
import type { Host, HostResult } from "../host/host.ts";
import type { AtCommit } from "./parting.ts";

/** Where package managers write which version of a package is installed. */
const MANIFESTS = [
  "package.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
];
/** Lines behind the name of a package that say which one it is. */
const FOLLOWING = 4;

/**
 * The packages that base's configuration extends and that head may install otherwise: what manifests and lockfiles say where they
 * name them is not the same. Base's own are not there to be read.
 */
export async function changedPackages(
  { layers, path }: Config,
  { root, commit }: AtCommit,
  host: Host,
): Promise<HostResult<readonly string[]>> {
  const names = [...new Set(layers.flatMap((layer) => layer.package ?? []))];
  if (names.length === 0) return { value: names };
  const folders = foldersUpTo(root, path === undefined ? root : dirname(path));
  const files = folders.flatMap((folder) => MANIFESTS.map((manifest) => join(folder, manifest)));
  const changed = new Set<string>();
  for (const file of files) {
    const bytes = await host.gitShow(root, commit, pathFrom(root, file));
    if (failed(bytes) && bytes.failure !== "missing") return bytes;
    const before = failed(bytes) ? "" : new TextDecoder().decode(bytes.value);
    const text = await host.readText(file);
    const after = failed(text) ? "" : text.value;
    for (const name of names) if (mentionsOf(name, before) !== mentionsOf(name, after)) changed.add(name);
  }
  return { value: [...changed].sort() };
}

/** A folder of a checkout and those above it, as Node looks for packages, up to the top. */
function foldersUpTo(root: string, folder: string): string[] {
  const isBelow = (at: string) => at !== root && !pathFrom(root, at).startsWith("..");
  const folders = [root];
  for (let at = folder; isBelow(at); at = dirname(at)) folders.push(at);
  return folders;
}

function mentionsOf(name: string, text: string): string {
  const lines = text.split("\n");
  return lines.flatMap((line, i) => (line.includes(name) ? lines.slice(i, i + 1 + FOLLOWING) : [])).join("\n");
}
