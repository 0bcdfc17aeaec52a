import { join, resolve } from "node:path";
import { matchesFileGlob } from "../base/file-glob.ts";
import { isBelow, pathFrom } from "../base/paths.ts";
import type { DatedCommit, Host, HostResult, IsoDate, Matches, TaggedCommit } from "./host.ts";

/** What a host in memory holds; paths are absolute. */
export interface MemoryWorld {
  readonly cwd: string;
  readonly today: IsoDate;
  readonly files: Readonly<Record<string, string>>;
  /** Folders that may not be read. */
  readonly unreadable?: readonly string[];
  /** Files by revision name and path from the root; the root is `cwd`. */
  readonly git?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** All commits, the newest first; commits are revision names. */
  readonly history?: readonly DatedCommit[];
  /** Tagged commits, the newest first; commits are revision names. */
  readonly tags?: readonly TaggedCommit[];
  readonly urls?: Readonly<Record<string, string>>;
}

/** A host for tests, and for embedding where there is no disk. What is written can be read back. */
export function memoryHost(world: MemoryWorld): Host & { readonly written: ReadonlyMap<string, string> } {
  const files = new Map(Object.entries(world.files));
  const written = new Map<string, string>();
  const missing = (what: string): HostResult<never> => ({ failure: "missing", message: `There is no ${what}.` });
  const text = (found: string | undefined, what: string): HostResult<string> =>
    found === undefined ? missing(what) : { value: found };
  const bytes = (found: string | undefined, what: string): HostResult<Uint8Array> =>
    found === undefined ? missing(what) : { value: new TextEncoder().encode(found) };
  return {
    cwd: world.cwd,
    written,
    readText: async (path) => text(files.get(path), "such file"),
    readBytes: async (path) => bytes(files.get(path), "such file"),
    readPipe: async () => missing("pipe"),
    realPath: async (path) =>
      files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`)) ? path : undefined,
    glob: async (pattern, folder) => matchesAmong([...files.keys()], world.unreadable ?? [], pattern, folder),
    writeText: async (path, content) => {
      files.set(path, content);
      written.set(path, content);
      return { value: true };
    },
    gitRoot: async () => (world.git ? world.cwd : undefined),
    gitResolve: async (_, revision) =>
      world.git?.[revision] ? { value: revision } : missing(`revision \`${revision}\``),
    gitShow: async (_, commit, path) => bytes(world.git?.[commit]?.[path], `\`${path}\` at \`${commit}\``),
    gitFiles: async (_, commit, paths) => {
      const all = Object.keys(world.git?.[commit] ?? {}).sort();
      const below = (file: string, path: string) => path === "" || file === path || file.startsWith(`${path}/`);
      return { value: all.filter((file) => paths.some((path) => below(file, path))) };
    },
    gitChanged: async (_, commit, paths) => {
      const before = Object.entries(world.git?.[commit] ?? {});
      const below = (file: string) => paths.some((path) => file === path || file.startsWith(`${path}/`));
      return {
        value: before
          .filter(([file, text]) => below(file) && files.get(join(world.cwd, file)) !== text)
          .map(([file]) => file),
      };
    },
    gitMergeBase: async (_, a) => ({ value: a }),
    gitFirstParent: async () => ({ value: undefined }),
    gitHistory: async (_, commit, paths) => {
      const all = world.history ?? [];
      const textAt = (at: DatedCommit | undefined, path: string) => at && world.git?.[at.commit]?.[path];
      const from = all.slice(
        Math.max(
          0,
          all.findIndex((each) => each.commit === commit),
        ),
      );
      const commits = from.filter((each, i) => paths.some((path) => textAt(each, path) !== textAt(from[i + 1], path)));
      return { value: { commits, isComplete: true } };
    },
    gitTagsSince: async (_, commit) => {
      const tags = world.tags ?? [];
      const start = tags.findIndex((tagged) => tagged.commit === commit || tagged.tags.includes(commit));
      return { value: start < 0 ? tags : tags.slice(0, start) };
    },
    gitDefaultBranch: async () => (world.git?.["main"] ? { value: "main" } : missing("default branch")),
    fetchBytes: async (url) => bytes(world.urls?.[url], `\`${url}\``),
    today: () => world.today,
  };
}

function matchesAmong(files: readonly string[], closed: readonly string[], pattern: string, folder: string): Matches {
  return {
    paths: files
      .map((path) => pathFrom(folder, path))
      .filter((path) => matchesFileGlob(path, pathFrom(folder, resolve(folder, pattern))))
      .sort(),
    unreadable: closed.filter((path) => isBelow(path, folder)).map((path) => pathFrom(folder, path)),
  };
}
