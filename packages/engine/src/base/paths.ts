import native, { type PlatformPath } from "node:path";

/*
 * Paths of the machine that one runs on, by its own rules; where people, git, globs and other machines read them, `/` stands
 * between names.
 */

/**
 * Whether a path lies in a folder, or is that folder; both absolute, and links resolved where those matter.
 *
 * @param on the rules of the machine
 */
export function isBelow(path: string, folder: string, on: PlatformPath = native): boolean {
  const way = on.relative(folder, path);
  return way !== ".." && !way.startsWith(`..${on.sep}`) && !on.isAbsolute(way);
}

/**
 * A path as seen from a folder, with `/` between names; empty where it is that folder.
 *
 * @param on the rules of the machine
 */
export function pathFrom(folder: string, path: string, on: PlatformPath = native): string {
  return slashed(on.relative(folder, path), on);
}

/**
 * The folder that a glob starts from, and the rest of it: names before the first that has a wildcard are no pattern. Without
 * wildcards the last name is the rest.
 *
 * @param path absolute
 * @param on the rules of the machine
 */
export function globParts(
  path: string,
  on: PlatformPath = native,
): { readonly folder: string; readonly pattern: string } {
  const names = slashed(path, on).split("/");
  const wild = names.findIndex((name) => /[*?[\]{}]/.test(name));
  const start = wild < 0 ? names.length - 1 : wild;
  // The top is nameless, or a drive, and ends with its separator.
  return { folder: on.resolve(`${names.slice(0, start).join("/")}/`), pattern: names.slice(start).join("/") };
}

/**
 * A path with `/` between names.
 *
 * @param on the rules of the machine: where `\` may be part of a name, it stays
 */
export function slashed(path: string, on: PlatformPath = native): string {
  return on.sep === "/" ? path : path.replaceAll(on.sep, "/");
}
