import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { alternativesOf, isPassedOver, matchesFileGlob } from "../base/file-glob.ts";
import { globParts, pathFrom } from "../base/paths.ts";
import type { Matches } from "./host.ts";

/** What a disk says of folders; undefined where it may not be told. */
export interface Disk {
  /** The names in a folder; none where there is no folder. */
  list(folder: string): readonly Entry[] | undefined;
  /** Whether there is something at a path. */
  has(path: string): boolean | undefined;
}

/** A name in a folder; a link to a folder is none. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * What matches a glob below a folder. The globs of Node say nothing of folders that may not be read: this walk does.
 *
 * @param folder an absolute path
 */
export function globFiles(pattern: string, folder: string, disk: Disk = DISK): Matches {
  const walk = new Walk(disk);
  for (const each of alternativesOf(pattern)) {
    const { folder: start, pattern: rest } = globParts(resolve(folder, each));
    if (!pathFrom(folder, start).split("/").some(isPassedOver)) walk.go(start, rest.split("/"));
  }
  const shown = (paths: Iterable<string>) => [...paths].map((path) => pathFrom(folder, path) || ".").sort();
  return { paths: shown(walk.found), unreadable: shown(walk.unreadable) };
}

class Walk {
  readonly found = new Set<string>();
  readonly unreadable = new Set<string>();
  readonly #disk: Disk;
  readonly #listed = new Map<string, readonly Entry[]>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Goes from a folder by the names of a glob. */
  go(folder: string, [name = "", ...rest]: readonly string[]): void {
    if (isPassedOver(name)) return;
    if (name === "**") this.#goDown(folder, rest.length > 0 ? rest : ["*"]);
    else if (/[*?[]/.test(name)) this.#goInto(folder, name, rest);
    else if (rest.length > 0) this.go(join(folder, name), rest);
    else this.#find(folder, name);
  }

  #goDown(folder: string, rest: readonly string[]): void {
    this.go(folder, rest);
    for (const { name, isFolder } of this.#list(folder))
      if (isFolder && matchesFileGlob(name, "*")) this.#goDown(join(folder, name), rest);
  }

  #goInto(folder: string, glob: string, rest: readonly string[]): void {
    for (const { name, isFolder } of this.#list(folder)) {
      if (!matchesFileGlob(name, glob)) continue;
      if (rest.length === 0) this.found.add(join(folder, name));
      else if (isFolder) this.go(join(folder, name), rest);
    }
  }

  #find(folder: string, name: string): void {
    const has = this.#disk.has(join(folder, name));
    if (has) this.found.add(join(folder, name));
    else if (has === undefined) this.unreadable.add(folder);
  }

  #list(folder: string): readonly Entry[] {
    const known = this.#listed.get(folder);
    if (known !== undefined) return known;
    const entries = this.#disk.list(folder);
    if (entries === undefined) this.unreadable.add(folder);
    this.#listed.set(folder, entries ?? []);
    return entries ?? [];
  }
}

const DISK: Disk = {
  list: (folder) =>
    unlessClosed([], () =>
      readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
      })),
    ),
  has: (path) => unlessClosed(false, () => statSync(path, { throwIfNoEntry: false }) !== undefined),
};

/** What asking answers; `none` where there is no such thing, and undefined where something else keeps from looking. */
function unlessClosed<T>(none: T, ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "") ? none : undefined;
  }
}
