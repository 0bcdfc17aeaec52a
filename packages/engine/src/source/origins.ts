import { parsePointer } from "@concordat/containment/internal";
import type { Location } from "./location.ts";

/** Where what a document holds below a place is written instead. */
export interface Moved extends Location {
  /** Keys below the place that are written at the place itself. */
  readonly beside: ReadonlySet<string>;
}

/** What documents hold that is written elsewhere: by URI of the document, and pointer of the place. */
export type Origins = ReadonlyMap<string, ReadonlyMap<string, Moved>>;

/** Moves in a row before they are given up. */
const LONGEST_CHAIN = 50;

/** Where what documents hold at a place is written. */
export function originOf(at: Location, origins: Origins): Location {
  let { uri, pointer } = at;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    const found = moved(pointer, origins.get(uri) ?? new Map());
    if (found === undefined) break;
    ({ uri, pointer } = found);
  }
  return { uri, pointer };
}

function moved(pointer: string, places: ReadonlyMap<string, Moved>): Location | undefined {
  for (const [place, { uri, pointer: target, beside }] of places) {
    if (!pointer.startsWith(`${place}/`)) continue;
    const rest = pointer.slice(place.length);
    const [first = ""] = parsePointer(rest) ?? [];
    return beside.has(first) ? undefined : { uri, pointer: target + rest };
  }
  return undefined;
}
