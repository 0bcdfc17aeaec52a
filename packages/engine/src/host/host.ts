import type { Result } from "../base/result.ts";

/** A calendar date, `YYYY-MM-DD`, in UTC. */
export type IsoDate = string;

/**
 * Why the host could not do what it was asked. `missing`: it is certain that there is no such thing. `refused` is a rule of
 * ours; `tool`: the world failed, and nothing is known of what was asked for.
 */
export interface HostFailure {
  readonly failure: "missing" | "refused" | "too-large" | "tool";
  readonly message: string;
  /** Where in the text, 1-based; undefined where no place in it is concerned. */
  readonly line?: number;
  readonly column?: number;
}

export type HostResult<T> = Result<T, HostFailure>;

/** A commit that git tags name. */
export interface TaggedCommit {
  readonly commit: string;
  readonly tags: readonly string[];
  readonly date: IsoDate;
}

/** A commit that changed some files. */
export interface DatedCommit {
  readonly commit: string;
  readonly date: IsoDate;
}

/** The commits that changed some files, and whether these are all that there ever were. */
export interface CommitHistory {
  /** The newest first. */
  readonly commits: readonly DatedCommit[];
  /** False in a shallow checkout: its oldest commit only seems to bring all that it has. */
  readonly isComplete: boolean;
}

/** Paths that match a glob, as seen from the folder that it starts from, with `/` between names; sorted. */
export interface Matches {
  readonly paths: readonly string[];
  /** Folders on the way that may not be read: whether anything in them matches is not known. */
  readonly unreadable: readonly string[];
}

export interface FetchRules {
  /** Loopback, private and link-local addresses are refused unless this is set. */
  readonly allowPrivate: boolean;
  /** Header fields to send, to the server of the URL alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether a redirect may be followed to an URL. */
  allows(url: string): boolean;
}

/**
 * The only door to files, git, the network, the clock and the log. Paths are absolute; nothing here decides what may
 * be read, but for limits of size.
 */
export interface Host {
  /** Where relative paths start. */
  readonly cwd: string;
  /** A text in UTF-8; what is not is refused, with its place. */
  readText(path: string): Promise<HostResult<string>>;
  readBytes(path: string): Promise<HostResult<Uint8Array>>;
  /** All that a descriptor gives, read once and kept; 0 is standard input. */
  readPipe(descriptor: number): Promise<HostResult<Uint8Array>>;
  /** The path with links resolved, or undefined where there is nothing. */
  realPath(path: string): Promise<string | undefined>;
  /** What matches a glob below a folder; nothing where the folder does not exist. */
  glob(pattern: string, folder: string): Promise<Matches>;
  writeText(path: string, text: string): Promise<HostResult<true>>;
  /** The top of the git checkout that holds a folder, or undefined outside one. */
  gitRoot(folder: string): Promise<string | undefined>;
  /** The object name of a revision, or why there is none. */
  gitResolve(root: string, revision: string): Promise<HostResult<string>>;
  /**
   * A file, by its path from the root, at a commit; links are followed within the commit. It is `missing` only where the
   * commit provably lacks it.
   */
  gitShow(root: string, commit: string, path: string): Promise<HostResult<Uint8Array>>;
  /** Files of a commit at or below paths, by their paths from the root, sorted. A link or submodule on the way is refused. */
  gitFiles(root: string, commit: string, paths: readonly string[]): Promise<HostResult<readonly string[]>>;
  /** Files of a commit at or below paths that the working tree has otherwise, or not at all; by their paths from the root. */
  gitChanged(root: string, commit: string, paths: readonly string[]): Promise<HostResult<readonly string[]>>;
  /** The commit where two revisions parted. */
  gitMergeBase(root: string, a: string, b: string): Promise<HostResult<string>>;
  /** The first parent of a commit; undefined where it is the first of its history. */
  gitFirstParent(root: string, commit: string): Promise<HostResult<string | undefined>>;
  /** Commits on the way of first parents from a commit that changed files at or below paths, each with its day. */
  gitHistory(root: string, commit: string, paths: readonly string[]): Promise<HostResult<CommitHistory>>;
  /** Tagged commits that a commit does not have and HEAD has, the newest first. */
  gitTagsSince(root: string, commit: string): Promise<HostResult<readonly TaggedCommit[]>>;
  /** The branch that pull requests go to, as a revision that resolves here. */
  gitDefaultBranch(root: string): Promise<HostResult<string>>;
  /** What is behind an https URL. */
  fetchBytes(url: string, rules: FetchRules): Promise<HostResult<Uint8Array>>;
  today(): IsoDate;
}
