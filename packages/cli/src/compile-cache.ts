import { constants, enableCompileCache } from "node:module";
import { isAbsolute, join } from "node:path";

/**
 * Has Node keep compiled code for the next run, and tells whether it does. `NODE_DISABLE_COMPILE_CACHE=1` turns it off, and
 * `NODE_COMPILE_CACHE` names another folder.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  const folder = cacheFolder(env, platform);
  if (folder === undefined && env["NODE_COMPILE_CACHE"] === undefined) return false;
  const { status } = enableCompileCache(folder);
  return status === constants.compileCacheStatus.ENABLED || status === constants.compileCacheStatus.ALREADY_ENABLED;
}

/**
 * A folder below that of the user's own caches, where there is one. What is kept there is run: in the folder for temporary
 * files, where Node would keep it, others might have put it.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const home = env["HOME"];
  const caches = {
    win32: env["LOCALAPPDATA"],
    darwin: home && join(home, "Library/Caches"),
    other: env["XDG_CACHE_HOME"] || (home && join(home, ".cache")),
  }[platform === "win32" || platform === "darwin" ? platform : "other"];
  return caches && isAbsolute(caches) ? join(caches, "concordat") : undefined;
}
