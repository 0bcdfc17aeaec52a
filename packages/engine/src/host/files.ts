import { chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { HostResult } from "./host.ts";

/** Reads a regular file. What else there is, such as a FIFO or a device, may never end, and is refused. */
export async function readBytes(path: string, mostBytes: number): Promise<HostResult<Uint8Array>> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) return { failure: "missing", message: "This is a folder, not a file." };
    if (!entry.isFile())
      return {
        failure: "refused",
        message: "This is not a regular file but a pipe, a socket or a device. Save what it gives in a file.",
      };
    return entry.size > mostBytes ? tooLarge(path, entry.size, mostBytes) : { value: await readFile(path) };
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { failure: "missing", message: "There is no such file." };
    return { failure: isOurs(code) ? "refused" : "tool", message: `The file cannot be read (${code}).` };
  }
}

/**
 * Writes a text to a file. A regular file is written beside and renamed, so that a failure leaves the old text whole, and
 * keeps its mode; anything else, such as a device or a pipe, is written to.
 */
export async function writeText(path: string, text: string): Promise<HostResult<true>> {
  let temporary: string | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    const entry = await stat(path).catch(() => undefined);
    if (entry && !entry.isFile()) await writeFile(path, text);
    else {
      const target = await realpath(path).catch(() => path);
      temporary = `${target}.${process.pid}.tmp`;
      await writeFile(temporary, text, { flag: "wx" });
      if (entry) await chmod(temporary, entry.mode);
      await rename(temporary, target);
    }
    return { value: true };
  } catch (error) {
    // One that was there already is not ours.
    if (temporary !== undefined && codeOf(error) !== "EEXIST")
      await rm(temporary, { force: true }).catch(() => undefined);
    return { failure: "tool", message: `\`${path}\` cannot be written (${codeOf(error)}).` };
  }
}

/** Whether the reason is that we may not read, and not that the disk failed. */
function isOurs(code: string): boolean {
  return ["EACCES", "EPERM", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}

function tooLarge(path: string, size: number, mostBytes: number): HostResult<never> {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return {
    failure: "too-large",
    message: `\`${path}\` has ${megabytes(size)}; texts of more than ${megabytes(mostBytes)} are not read.`,
  };
}
