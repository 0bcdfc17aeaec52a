import { join } from "node:path";
import { pathFrom } from "../base/paths.ts";
import { type Result, resultOf } from "../base/result.ts";
import type { Host } from "./host.ts";

/**
 * Paths below a folder that match a glob, sorted. It is a failure where a folder on the way may not be read: nobody knows what
 * is in it.
 *
 * @param folder an absolute path; where it does not exist, nothing matches
 */
export async function findFiles(host: Host, pattern: string, folder: string): Promise<Result<readonly string[]>> {
  const { paths, unreadable } = await host.glob(pattern, folder);
  return resultOf(
    paths,
    unreadable.map((path) => {
      const name = pathFrom(host.cwd, join(folder, path)) || ".";
      return {
        code: "folder-unreadable",
        message: `The folder \`${name}\` may not be read, and \`${pattern}\` may match files in it. Allow reading it, or move it away.`,
        file: name,
      };
    }),
  );
}
