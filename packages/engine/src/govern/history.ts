import { join } from "node:path";
import { findDeprecations } from "../analyze/deprecation/find-deprecations.ts";
import {
  type DeprecationHistory,
  joinWalks,
  type NamedDeprecation,
  startWalk,
  stepBack,
  type Walk,
} from "../analyze/deprecation/history.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, type Result } from "../base/result.ts";
import type { Host, HostResult } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { operationName } from "../model/operation-key.ts";
import { revisionsIn } from "../revisions.ts";
import type { Past } from "./past.ts";

/** How much of a past is read: what lies before that is not known. */
const MOST = { versions: 500, characters: 50_000_000 };

/** What is looked for in a past. */
export interface Search {
  /** What the description deprecates today. */
  readonly found: readonly NamedDeprecation[];
  /** The names of the operations that it has today. */
  readonly operations: ReadonlySet<string>;
  /** Whether operations that were removed are looked for, which takes the whole past. */
  readonly removed: boolean;
}

/** The history of deprecations, and whether it reaches back to all that is looked for. */
export interface ReadHistory extends DeprecationHistory {
  readonly isComplete: boolean;
}

/** A version that git has, and the day since when. */
interface Stored {
  readonly commit: string;
  readonly path: string;
  readonly day: string;
}

/** Versions, the newest first, and whether the oldest of them was the first that there ever was. */
interface Line {
  readonly versions: readonly Stored[];
  readonly isComplete: boolean;
}

/** Reads since when things are deprecated from the commits of a description and from its released revisions. */
export async function readHistory(
  past: Past,
  search: Search,
  load: LoadOptions,
  host: Host,
): Promise<Result<ReadHistory>> {
  const lines = [await commitsOf(past, host), await revisionsOf(past, host)];
  const walks: Walked[] = [];
  for (const line of lines) {
    if (failed(line)) return hostFailure(line, "history-unreadable");
    const walked = await walkBack(line.value, search, load, past.root, host);
    if (failed(walked)) return walked;
    walks.push(walked.value);
  }
  const history = joinWalks(walks, search.operations);
  // An operation may have been removed before the first version that is here, also where all days are known.
  const isFound = ({ isComplete, walk }: Walked) => isComplete || (!search.removed && walk.open.size === 0);
  return { value: { ...history, isComplete: walks.every(isFound) } };
}

/** The versions that commits brought on the way to one. */
async function commitsOf({ root, commit, files }: Past, host: Host): Promise<HostResult<Line>> {
  const [path = ""] = files;
  const history = await host.gitHistory(root, commit, files);
  if (failed(history)) return history;
  const { commits, isComplete } = history.value;
  return { value: { versions: commits.map((each) => ({ commit: each.commit, path, day: each.date })), isComplete } };
}

/** The released revisions that a commit has, each with the day on which it came. */
async function revisionsOf({ root, commit, revisions }: Past, host: Host): Promise<HostResult<Line>> {
  if (revisions === undefined) return { value: { versions: [], isComplete: true } };
  const files = await host.gitFiles(root, commit, [revisions]);
  if (failed(files)) return files;
  const names = files.value.map((file) => pathFrom(revisions, file)).filter((name) => !name.includes("/"));
  const versions: Stored[] = [];
  let isComplete = true;
  for (const name of revisionsIn(names).reverse()) {
    const path = join(revisions, name);
    const history = await host.gitHistory(root, commit, [path]);
    if (failed(history)) return history;
    const first = history.value.commits.at(-1);
    if (first) versions.push({ commit, path, day: first.date });
    isComplete &&= history.value.isComplete;
  }
  return { value: { versions, isComplete } };
}

interface Walked {
  readonly walk: Walk;
  readonly isComplete: boolean;
}

async function walkBack(
  { versions, isComplete }: Line,
  search: Search,
  load: LoadOptions,
  root: string,
  host: Host,
): Promise<Result<Walked>> {
  let walk = startWalk(search.found);
  let characters = 0;
  for (const [i, { commit, path, day }] of versions.entries()) {
    if (!search.removed && walk.open.size === 0) return { value: { walk, isComplete: true } };
    if (i === MOST.versions || characters > MOST.characters) return { value: { walk, isComplete: false } };
    const loaded = await loadDescription(`git:${commit}:${pathFrom(host.cwd, join(root, path))}`, host, load);
    if (failed(loaded) && loaded.failure === "tool") return loaded;
    // A version that cannot be read was of use to nobody: those around it count.
    if (failed(loaded)) continue;
    for (const { text } of loaded.value.texts.values()) characters += text.length;
    const api = new Api(loaded.value);
    const operations = new Set(api.revision.operations.map(operationName));
    walk = stepBack(walk, { day, deprecations: findDeprecations(api), operations });
  }
  return { value: { walk, isComplete } };
}
