import { formatPointer, isObject, type Located, own, parsePointer } from "@concordat/containment";
import type { Description } from "../load/description.ts";

/**
 * The address of a place for people and for fingerprints: its JSON Pointer, with parameters in lists by place and name
 * instead of index, so that reordering moves nothing. In another file than the description's own, the file comes first.
 */
export function subjectOf({ document, pointer }: Located, description: Description): string {
  const tokens = parsePointer(pointer) ?? [];
  let value: unknown = document.root;
  const stable = tokens.map((token, i) => {
    const inList = Array.isArray(value);
    value = inList ? (value as unknown[])[Number(token)] : isObject(value) ? own(value, token) : undefined;
    return inList && tokens[i - 1] === "parameters" && isObject(value) && typeof value["name"] === "string"
      ? `${String(value["in"])}.${value["name"]}`
      : token;
  });
  const text = formatPointer(stable);
  return document === description.root ? text : `${relativeUri(document.uri, description.root.uri)}#${text}`;
}

/** A URI as seen from another: shared folders left out. */
function relativeUri(uri: string, from: string): string {
  const [target, base] = [uri.split("/"), from.split("/")];
  let shared = 0;
  while (shared < base.length - 1 && shared < target.length - 1 && target[shared] === base[shared]) shared++;
  // Of another host nothing can be left out.
  if (shared < 3) return uri;
  return [...base.slice(shared, -1).map(() => ".."), ...target.slice(shared)].join("/");
}
