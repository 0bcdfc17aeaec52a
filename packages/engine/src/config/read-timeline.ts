import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, type Result } from "../base/result.ts";
import { Timeline } from "../base/timeline.ts";
import type { Host } from "../host/host.ts";
import { locatePointers, parseText } from "../source/parse.ts";
import { checkText } from "./check-text.ts";
import { TimelineSchema } from "./schema.ts";

/** Where the timeline of a contract is kept, and whether its configuration says so. */
export interface TimelineFile {
  readonly path: string;
  readonly isNamed: boolean;
}

/** The file of a contract's timeline: the one that its configuration names, or `timeline.yaml` beside its description. */
export function timelineFile({
  spec,
  timeline,
}: {
  readonly spec: string;
  readonly timeline?: string | undefined;
}): TimelineFile {
  return { path: timeline ?? join(dirname(spec), "timeline.yaml"), isNamed: timeline !== undefined };
}

/** Reads a timeline; undefined where it is the usual one, and not there. */
export async function readTimeline({ path, isNamed }: TimelineFile, host: Host): Promise<Result<Timeline | undefined>> {
  if (!isNamed && (await host.realPath(path)) === undefined) return { value: undefined };
  const text = await host.readText(path);
  if (!failed(text)) return readTimelineText(text.value, path, host);
  const message = `The timeline \`${pathFrom(host.cwd, path)}\` cannot be read: ${text.message} Make the file, or take it out of the configuration.`;
  return hostFailure(text, "timeline-missing", message);
}

/** The timeline that a text holds. */
export function readTimelineText(text: string, path: string, { cwd }: Host): Result<Timeline> {
  const source = { uri: pathToFileURL(path).href, name: pathFrom(cwd, path), text };
  const checked = checkText(source, TimelineSchema);
  if (failed(checked)) return checked;
  const { deprecations } = checked.value;
  const pointerOf = (index: number) => `/deprecations/${index}`;
  const places = locatePointers(
    { ...source, ...parseText(source) },
    deprecations.map((_, i) => pointerOf(i)),
  );
  return {
    value: new Timeline(
      deprecations.map((entry, i) => ({
        ...entry,
        place: { file: source.name, ...(places.get(pointerOf(i)) ?? { line: 1, column: 1 }) },
      })),
    ),
  };
}
