import { isAbsolute, relative, sep } from "node:path";

/** Whether a path lies in a folder, or is that folder; both absolute, and links resolved where those matter. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
