import { formatPointer, isObject, type Located, own, parsePointer } from "@concordat/containment";
import { relativeUri } from "../base/relative-uri.ts";
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
