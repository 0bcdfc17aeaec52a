import { dirname, resolve } from "node:path";
import { isBelow, pathFrom } from "../base/paths.ts";
import type { Host } from "../host/host.ts";

/** Folders that files named by a configuration must lie below. */
export interface Workspace {
  readonly folders: readonly string[];
}

/** The folder that is given; else the checkouts, or where there is none the folders, of the run and of the configuration. */
export async function workspaceOf(
  host: Host,
  configPath: string | undefined,
  root: string | undefined,
): Promise<Workspace> {
  const starts = root === undefined ? [host.cwd, ...(configPath === undefined ? [] : [dirname(configPath)])] : [];
  const tops = await Promise.all(starts.map(async (folder) => (await host.gitRoot(folder)) ?? folder));
  return { folders: root === undefined ? tops : [resolve(host.cwd, root)] };
}

/**
 * Why a path is not to be read: it lies outside the workspace, or a link leads out of it. What is there is not looked
 * at, so that nothing of it can leak.
 */
export async function outsideOf(path: string, { folders }: Workspace, host: Host): Promise<string | undefined> {
  const real = await host.realPath(path);
  const tops =
    real === undefined ? folders : await Promise.all(folders.map(async (each) => (await host.realPath(each)) ?? each));
  if (tops.some((top) => isBelow(real ?? path, top))) return undefined;
  const name = pathFrom(host.cwd, path) || path;
  return `\`${name}\` lies outside the workspace or is a link that leads out of it. Move it into the workspace, or use --root to widen the workspace.`;
}
