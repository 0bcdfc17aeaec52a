import { glob, mkdir, readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findNotUtf8 } from "../base/utf8.ts";
import type { GitObjects } from "./git-objects.ts";
import { failed, type Host, type HostResult } from "./host.ts";

/** Larger texts are not read; the largest public descriptions have 13 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

// Child processes and https cost start-up time that most runs need not pay.
const git = () => import("./git.ts");
const gitFiles = async () => ({ ...(await import("./git-objects.ts")), ...(await import("./git-tree.ts")) });

/** The host of a real machine. */
export function nodeHost(cwd: string): Host {
  const repositories = new Map<string, GitObjects>();
  return {
    cwd,
    readText: async (path) => {
      const bytes = await readBytes(path);
      if (failed(bytes)) return bytes;
      const fault = findNotUtf8(bytes.value);
      return fault ? { failure: "refused", ...fault } : { value: new TextDecoder().decode(bytes.value) };
    },
    readBytes,
    realPath: (path) => realpath(path).catch(() => undefined),
    glob: async (pattern, folder) => {
      const paths: string[] = [];
      for await (const path of glob(pattern, {
        cwd: folder,
        exclude: (name) => name === "node_modules" || name === ".git",
      }))
        paths.push(path);
      return paths.sort();
    },
    writeText,
    gitRoot,
    gitResolve: async (root, revision) => (await git()).resolveRevision(root, revision),
    gitShow: async (root, commit, path) => {
      const { GitObjects, showFile } = await gitFiles();
      const objects = repositories.get(root) ?? new GitObjects(root, MOST_BYTES);
      repositories.set(root, objects);
      return showFile(objects, commit, path);
    },
    gitMergeBase: async (root, a, b) => (await git()).findMergeBase(root, a, b),
    gitTagsSince: async (root, commit) => (await git()).findTagsSince(root, commit),
    gitDefaultBranch: async (root) => (await git()).findDefaultBranch(root),
    fetchBytes: async (url, rules) => (await import("./fetch.ts")).fetchBytes(url, rules, MOST_BYTES),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** The nearest folder upwards that holds `.git`; in a linked checkout that is a file. */
async function gitRoot(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const entry = await stat(join(at, ".git")).catch(() => undefined);
    if (entry !== undefined) return at;
    if (at === dirname(at)) return undefined;
  }
}

async function readBytes(path: string): Promise<HostResult<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return tooLarge(path, size);
    return { value: await readFile(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return { failure: "missing", message: "There is no such file." };
    if (code === "EISDIR") return { failure: "missing", message: "This is a folder, not a file." };
    return { failure: "missing", message: `The file cannot be read (${code ?? (error as Error).message}).` };
  }
}

/** Writes beside the target and renames, so that a failure leaves the old text whole. */
async function writeText(path: string, text: string): Promise<HostResult<true>> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    const temporary = `${target}.${process.pid}.tmp`;
    await writeFile(temporary, text);
    await rename(temporary, target);
    return { value: true };
  } catch (error) {
    return {
      failure: "tool",
      message: `\`${path}\` cannot be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}).`,
    };
  }
}

function tooLarge(path: string, size: number): HostResult<never> {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return {
    failure: "too-large",
    message: `\`${path}\` has ${megabytes(size)}; texts of more than ${megabytes(MOST_BYTES)} are not read.`,
  };
}
