import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, type Result } from "../base/result.ts";
import type { Timeline } from "../base/timeline.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { readTimeline, readTimelineText, timelineFile } from "../config/read-timeline.ts";
import type { Host } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import type { AtCommit } from "./parting.ts";

/** A commit, and the paths from its root of what is known of a description there. */
export interface Past extends AtCommit {
  /** The files of the description, its own first. */
  readonly files: readonly string[];
  /** The folder of its released revisions; undefined where it has none. */
  readonly revisions: string | undefined;
}

/** What a description says of its contract's files; undefined for one outside any contract. */
export type Placed = Pick<ContractConfig, "spec" | "timeline" | "revisions">;

/** Where the past of a description is; undefined where git does not know it. */
export async function pastOf(
  description: Description,
  contract: Placed | undefined,
  host: Host,
): Promise<Result<Past | undefined>> {
  const root = await host.gitRoot(host.cwd);
  if (root === undefined) return { value: undefined };
  const top = (await host.realPath(root)) ?? root;
  const uris = [description.root.uri, ...description.texts.keys()];
  const commit = await host.gitResolve(root, commitOf(description.root.uri) ?? "HEAD");
  if (failed(commit))
    return commit.failure === "missing"
      ? { value: undefined }
      : hostFailure(commit, "history", `The history of the description cannot be read. ${commit.message}`);
  const files: string[] = [];
  for (const uri of new Set(uris)) {
    const path = await pathFromRoot(uri, top, host);
    if (path !== undefined) files.push(path);
  }
  const revisions = contract?.revisions && pathFrom(root, contract.revisions);
  const isInside = revisions !== undefined && !revisions.startsWith("../");
  if (files.length === 0) return { value: undefined };
  return { value: { root, commit: commit.value, files, revisions: isInside ? revisions : undefined } };
}

/** A description with the timeline that lies beside it, or that its contract names; of a commit, that of the commit. */
export async function withTimelineOf(
  description: Description,
  contract: Placed | undefined,
  host: Host,
): Promise<Result<Description>> {
  const commit = commitOf(description.root.uri);
  const spec = contract?.spec ?? (await pathOfSource(description, host));
  if (spec === undefined) return { value: description };
  const file = timelineFile({ ...contract, spec });
  const timeline = commit === undefined ? await readTimeline(file, host) : await timelineAt(commit, file.path, host);
  if (failed(timeline)) return timeline;
  return { value: timeline.value ? { ...description, timeline: timeline.value } : description };
}

async function timelineAt(commit: string, path: string, host: Host): Promise<Result<Timeline | undefined>> {
  const root = await host.gitRoot(host.cwd);
  if (root === undefined) return { value: undefined };
  const bytes = await host.gitShow(root, commit, pathFrom(root, path));
  if (!failed(bytes)) return readTimelineText(new TextDecoder().decode(bytes.value), path, host);
  return bytes.failure === "missing" ? { value: undefined } : hostFailure(bytes, "timeline-missing");
}

/** The file that a description is read from, as a path of the working tree; undefined where it is none. */
async function pathOfSource({ root: { uri } }: Description, host: Host): Promise<string | undefined> {
  if (uri.startsWith("file:")) {
    const path = fileURLToPath(uri);
    return (await host.realPath(path)) === undefined ? undefined : path;
  }
  const root = commitOf(uri) === undefined ? undefined : await host.gitRoot(host.cwd);
  return root === undefined ? undefined : join(root, pathInCommit(uri));
}

/** The commit that a document was read from (`load/origin.ts`); undefined for one of the working tree or the web. */
function commitOf(uri: string): string | undefined {
  return /^git:\/\/([0-9a-z]+)\//.exec(uri)?.[1];
}

function pathInCommit(uri: string): string {
  return decodeURIComponent(new URL(uri).pathname.slice(1));
}

async function pathFromRoot(uri: string, root: string, host: Host): Promise<string | undefined> {
  if (commitOf(uri) !== undefined) return pathInCommit(uri);
  if (!uri.startsWith("file:")) return undefined;
  const path = fileURLToPath(uri);
  const way = pathFrom(root, (await host.realPath(path)) ?? path);
  return way.startsWith("../") ? undefined : way;
}
