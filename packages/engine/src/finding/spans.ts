import type { Located } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { originOf } from "../source/origins.ts";
import { locatePointers } from "../source/parse.ts";
import type { Span } from "./finding.ts";

/** Finds the lines of many places of one description at once; texts are only looked at for places asked for. */
export function resolveSpans(
  places: Iterable<Located | undefined>,
  description: Description,
): (place: Located | undefined) => Span | null {
  const wanted = new Map<string, Set<string>>();
  const { origins } = description;
  const written = ({ document: { uri }, pointer }: Located) =>
    origins ? originOf({ uri, pointer }, origins) : { uri, pointer };
  for (const place of places) {
    if (place === undefined) continue;
    const { uri, pointer: target } = written(place);
    const pointers = wanted.get(uri) ?? new Set();
    // What a lowering made up has no line of its own; then that of what holds it is shown.
    for (let pointer = target; !pointers.has(pointer); pointer = pointer.slice(0, pointer.lastIndexOf("/"))) {
      pointers.add(pointer);
      if (pointer === "") break;
    }
    wanted.set(uri, pointers);
  }
  const found = new Map([...wanted].map(([uri, pointers]) => [uri, locateIn(uri, pointers, description)]));
  return (place) => {
    if (place === undefined) return null;
    const { uri, pointer: target } = written(place);
    const positions = found.get(uri);
    for (let pointer = target; positions; pointer = pointer.slice(0, pointer.lastIndexOf("/"))) {
      const span = positions.get(pointer);
      if (span) return span;
      if (pointer === "") break;
    }
    return null;
  };
}

function locateIn(uri: string, pointers: ReadonlySet<string>, { texts }: Description): Map<string, Span> {
  const text = texts.get(uri);
  if (text === undefined) return new Map();
  const positions = locatePointers(text, pointers);
  return new Map([...positions].map(([pointer, position]) => [pointer, { file: text.name, ...position }]));
}
