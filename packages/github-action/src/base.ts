import type { Problem } from "@concordat/engine";
import type { Event } from "./event.ts";
import { commitOf, fetchFrom, git, isShallow, obtain } from "./git.ts";

/** What contracts are compared with, where neither they nor the workflow name it. */
export interface FoundBase {
  /** It may not be there: a contract that needs it cannot be judged then. Undefined: where HEAD left the default branch. */
  readonly commit: string | undefined;
  /** What people should know about the choice. */
  readonly notes: readonly string[];
  /** Why no choice of a commit would be right. */
  readonly problem?: Problem;
}

const DEFAULT_BRANCH: FoundBase = { commit: undefined, notes: [] };

/** The commit that the event of a run is about, fetched where the checkout is too shallow to hold it. */
export async function findBase(folder: string, event: Event | undefined): Promise<FoundBase> {
  switch (event?.kind) {
    case "pull-request":
      return pullRequestBase(folder, event);
    case "merge-group":
      return event.base === undefined ? DEFAULT_BRANCH : exactly(folder, event.base);
    case "push":
      return event.before === undefined
        ? defaultBranch("The pushed branch or tag is new")
        : exactly(folder, event.before);
    case "workflow-run":
    case "other":
      return defaultBranch(`The event \`${event.name}\` names no base`);
    case undefined:
      return DEFAULT_BRANCH;
    default:
      return event satisfies never;
  }
}

/** A revision that a workflow names, as the checkout has it; fetched where it is not here. */
export async function namedBase(folder: string, revision: string): Promise<string> {
  if ((await commitOf(folder, revision)) !== undefined) return revision;
  const fetched = await fetchFrom(folder, revision.replace(/^origin\//, ""));
  return (fetched ? await commitOf(folder, "FETCH_HEAD") : undefined) ?? revision;
}

/**
 * The checkout of a pull request is a merge commit whose first parent is the base; its raw text names that parent even at
 * depth 1. Where a workflow has checked out the branch itself, it is the commit where that left its base.
 */
async function pullRequestBase(folder: string, event: Extract<Event, { kind: "pull-request" }>): Promise<FoundBase> {
  const raw = await git(folder, "cat-file", "-p", "HEAD");
  if (raw === undefined) return DEFAULT_BRANCH;
  const [header = ""] = raw.split("\n\n");
  const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, name]) => name as string);
  const [first, second] = parents;
  // A branch may end with a merge of its own; that of the pull request has the head of the pull request in it.
  if (first !== undefined && parents.length === 2 && (event.head === undefined || second === event.head))
    return exactly(folder, first);
  if (event.base === undefined) return DEFAULT_BRANCH;
  const head = await commitOf(folder, "HEAD");
  if (head === event.base) return { ...DEFAULT_BRANCH, problem: notThePullRequest(event.name) };
  if (!(await obtain(folder, event.base))) return exactly(folder, event.base);
  const left = await whereTheyParted(folder, event.base, head ?? "HEAD");
  if (left !== undefined) return { commit: left, notes: [] };
  const note = `Where this branch left its base is not known in a shallow checkout: it is compared with the tip of the base, \`${event.base.slice(0, 12)}\`.`;
  return { commit: event.base, notes: [note] };
}

function notThePullRequest(name: string): Problem {
  const message = `What is checked out is the base of the pull request, as is usual for the event \`${name}\`: there is nothing to judge. Check out \`refs/pull/NUMBER/merge\`.`;
  return { code: "not-the-pull-request", message };
}

async function whereTheyParted(folder: string, base: string, head: string): Promise<string | undefined> {
  const here = await git(folder, "merge-base", base, head);
  if (here !== undefined) return here.trim();
  if (!(await isShallow(folder))) return undefined;
  await git(folder, "fetch", "--quiet", "--no-tags", "--unshallow", "origin", base, head);
  return (await git(folder, "merge-base", base, head))?.trim();
}

async function exactly(folder: string, commit: string): Promise<FoundBase> {
  if (await obtain(folder, commit)) return { commit, notes: [] };
  const note = `The commit to compare with, \`${commit.slice(0, 12)}\`, is not in this checkout and cannot be fetched. Check out with \`fetch-depth: 0\`, or with \`persist-credentials: true\`, or name a \`base\`.`;
  return { commit, notes: [note] };
}

function defaultBranch(why: string): FoundBase {
  const note = `${why}: contracts without a base of their own are compared with where this commit left the default branch.`;
  return { commit: undefined, notes: [note] };
}
