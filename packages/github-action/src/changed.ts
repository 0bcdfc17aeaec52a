import { join } from "node:path";
import { git } from "./git.ts";

/** What git knows of the files of a checkout, by absolute paths. */
export interface KnownFiles {
  /** Those that differ from a commit; those that git does not know among them. */
  readonly changed: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  /** A link or a submodule is among what changed: names do not show what lies behind it. */
  readonly hasLinks: boolean;
}

/** The files that differ from a commit; undefined where git cannot say. */
export async function changedFiles(root: string, commit: string): Promise<KnownFiles | undefined> {
  const [differing, untracked, kept] = await Promise.all([
    git(root, "diff", "--raw", "--no-renames", "--no-ext-diff", "-z", commit, "--"),
    git(root, "ls-files", "--others", "-z", "--exclude-standard"),
    git(root, "ls-files", "-z"),
  ]);
  if (differing === undefined || untracked === undefined || kept === undefined) return undefined;
  // Each file has two fields: its modes, names and what became of it; and its path.
  const fields = fieldsOf(differing);
  const states = fields.filter((_, i) => i % 2 === 0);
  const names = [...fields.filter((_, i) => i % 2 === 1), ...fieldsOf(untracked)];
  const inRoot = (files: readonly string[]) => new Set(files.map((name) => join(root, name)));
  return {
    changed: inRoot(names),
    kept: inRoot(fieldsOf(kept)),
    hasLinks: states.some((state) => /\b1[26]0000\b/.test(state)),
  };
}

function fieldsOf(list: string): string[] {
  return list.split("\0").filter((field) => field !== "");
}
