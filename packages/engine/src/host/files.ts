import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { HostResult } from "./host.ts";

/*
 * Files are read and written at once, one after another: a run has nothing else to do meanwhile, and the parts of Node that
 * let it wait take longer to load than a small run to read its files.
 */

const CHUNK_BYTES = 64 * 1024;

/** Reads a regular file. What else there is, such as a FIFO or a device, may never end, and is refused. */
export async function readBytes(path: string, mostBytes: number): Promise<HostResult<Uint8Array>> {
  try {
    const entry = statSync(path);
    if (entry.isDirectory())
      return { failure: "missing", message: "This is a folder. Name the description inside it." };
    if (!entry.isFile())
      return {
        failure: "refused",
        message: "This is a pipe, a socket or a device, not a regular file. Save its content in a file.",
      };
    return entry.size > mostBytes ? tooLarge(path, entry.size, mostBytes) : { value: readFileSync(path) };
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { failure: "missing", message: "The file does not exist." };
    return { failure: isOurs(code) ? "refused" : "tool", message: `The file cannot be read (${code}).` };
  }
}

/** Reads what a descriptor gives until it ends: that of a pipe, a terminal or a file. */
export function readPipe(descriptor: number, mostBytes: number): HostResult<Uint8Array> {
  const name = descriptor === 0 ? "standard input" : `descriptor ${descriptor}`;
  const chunks: Uint8Array[] = [];
  try {
    for (let size = 0; ; ) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const read = readPatiently(descriptor, chunk);
      if (read === 0) return { value: Buffer.concat(chunks) };
      chunks.push(chunk.subarray(0, read));
      size += read;
      if (size > mostBytes) return tooLarge(name, size, mostBytes);
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "EBADF") return { failure: "missing", message: `Nothing exists at ${name}.` };
    return { failure: "tool", message: `The output of ${name} cannot be read (${code}).` };
  }
}

/** Bytes read, 0 at the end. A pipe that does not block is asked again until it has something. */
function readPatiently(descriptor: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/**
 * Writes a text to a file. A regular file is written beside and renamed once it is on the disk, so that a failure leaves the old
 * text whole, and keeps its mode; anything else, such as a device or a pipe, is written to.
 */
export async function writeText(path: string, text: string): Promise<HostResult<true>> {
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry && !entry.isFile()) writeFileSync(path, text);
    else {
      const target = realPathOf(path) ?? path;
      // Writers in different containers may have the same process id.
      temporary = `${target}.${process.pid}-${process.hrtime.bigint()}.tmp`;
      writeDurably(temporary, text);
      if (entry) chmodSync(temporary, entry.mode);
      renameSync(temporary, target);
    }
    return { value: true };
  } catch (error) {
    // One that was there already is not ours.
    if (temporary !== undefined && codeOf(error) !== "EEXIST") removeIfThere(temporary);
    return { failure: "tool", message: `\`${path}\` cannot be written (${codeOf(error)}).` };
  }
}

/** Writes a new file that is on the disk when this returns. */
function writeDurably(path: string, text: string): void {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The path with links resolved, or undefined where there is nothing. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Whether there is something at a path. */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Tidying up: the earlier failure is the one that is reported. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
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
    message: `\`${path}\` has ${megabytes(size)}; the limit is ${megabytes(mostBytes)}.`,
  };
}
