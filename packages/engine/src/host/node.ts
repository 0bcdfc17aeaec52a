import { dirname, join } from "node:path";
import { failed } from "../base/result.ts";
import { findNotUtf8 } from "../base/utf8.ts";
import type { Web } from "./fetch.ts";
import { isThere, readBytes, readPipe, realPathOf, writeText } from "./files.ts";
import type { GitObjects } from "./git-objects.ts";
import { globFiles } from "./glob.ts";
import type { Host, HostResult } from "./host.ts";

/** Larger texts are not read; the largest public descriptions have 13 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

// Child processes and https cost start-up time that most runs need not pay.
const git = () => import("./git.ts");
const gitFiles = () => Promise.all([import("./git-objects.ts"), import("./git-tree.ts")]);

/** The host of this machine, seen from the folder that the process stands in. */
export function hostHere(): Host {
  return nodeHost(process.cwd());
}

/** The host of a real machine. */
export function nodeHost(cwd: string): Host {
  const repositories = new Map<string, GitObjects>();
  const pipes = new Map<number, HostResult<Uint8Array>>();
  let files: ReturnType<typeof gitFiles> | undefined;
  let web: Web | undefined;
  return {
    cwd,
    readText: async (path) => {
      const bytes = await readBytes(path, MOST_BYTES);
      if (failed(bytes)) return bytes;
      const fault = findNotUtf8(bytes.value);
      return fault ? { failure: "refused", ...fault } : { value: new TextDecoder().decode(bytes.value) };
    },
    readBytes: (path) => readBytes(path, MOST_BYTES),
    readPipe: async (descriptor) => {
      const read = pipes.get(descriptor) ?? readPipe(descriptor, MOST_BYTES);
      pipes.set(descriptor, read);
      return read;
    },
    realPath: async (path) => realPathOf(path),
    glob: async (pattern, folder) => globFiles(pattern, folder),
    writeText,
    gitRoot: async (folder) => gitRoot(folder),
    gitResolve: async (root, revision) => (await git()).resolveRevision(root, revision),
    gitShow: async (root, commit, path) => {
      const [{ GitObjects }, { showFile }] = await (files ??= gitFiles());
      const objects = repositories.get(root) ?? new GitObjects(root, MOST_BYTES);
      repositories.set(root, objects);
      return showFile(objects, commit, path);
    },
    gitFiles: async (root, commit, paths) => (await git()).listFiles(root, commit, paths, MOST_BYTES),
    gitChanged: async (root, commit, paths) => (await git()).listChanged(root, commit, paths, MOST_BYTES),
    gitMergeBase: async (root, a, b) => (await git()).findMergeBase(root, a, b),
    gitFirstParent: async (root, commit) => (await git()).findFirstParent(root, commit),
    gitHistory: async (root, commit, paths) => (await git()).findHistory(root, commit, paths, MOST_BYTES),
    gitTagsSince: async (root, commit) => (await git()).findTagsSince(root, commit),
    gitDefaultBranch: async (root) => (await git()).findDefaultBranch(root),
    fetchBytes: async (url, rules) => {
      const { Web } = await import("./fetch.ts");
      return (web ??= new Web()).read(url, rules);
    },
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** The nearest folder upwards that holds `.git` (in a linked checkout that is a file), or is a repository itself. */
function gitRoot(folder: string): string | undefined {
  const holds = (at: string, name: string) => isThere(join(at, name));
  for (let at = folder; ; at = dirname(at)) {
    if (holds(at, ".git")) return at;
    // A bare one, as servers keep them.
    if (holds(at, "HEAD") && holds(at, "objects") && holds(at, "refs")) return at;
    if (at === dirname(at)) return undefined;
  }
}
