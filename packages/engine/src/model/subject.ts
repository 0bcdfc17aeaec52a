import { formatPointer, isObject, type Located, own, parsePointer } from "@concordat/containment/internal";
import { relativeUri } from "../base/relative-uri.ts";
import type { Description } from "../load/description.ts";

/** A way down in a document: a name or an index, or a parameter in a list by what tells it from the others. */
export type SubjectStep = string | { readonly in: string; readonly name: string };

/**
 * What a finding is about: the address of a place that stays the same when lines move and lists are reordered. What has to
 * know a part of it asks the structure; its text is for people and fingerprints, and is never read back.
 */
export interface Subject {
  /** The file it is in, from the description's own; undefined where it is in that. */
  readonly file: string | undefined;
  readonly steps: readonly SubjectStep[];
}

/** The description as a whole. */
export const WHOLE: Subject = { file: undefined, steps: [] };

/** The address of a place. Parameters in lists go by place and name, all else in lists by its index. */
export function subjectOf({ document, pointer }: Located, description: Description): Subject {
  const tokens = parsePointer(pointer) ?? [];
  let value: unknown = document.root;
  const steps = tokens.map((token, i): SubjectStep => {
    const inList = Array.isArray(value);
    value = inList ? (value as unknown[])[Number(token)] : isObject(value) ? own(value, token) : undefined;
    if (!inList || tokens[i - 1] !== "parameters" || !isObject(value)) return token;
    const { in: place, name } = value;
    return typeof place === "string" && typeof name === "string" ? { in: place, name } : token;
  });
  return { file: document === description.root ? undefined : relativeUri(document.uri, description.root.uri), steps };
}

/** A subject as people read it: a JSON Pointer with parameters as `query.limit`, behind the file where that is another one. */
export function subjectText({ file, steps }: Subject): string {
  const text = formatPointer(steps.map(stepText));
  return file === undefined ? text : `${file}#${text}`;
}

/** A step as people read it. */
export function stepText(step: SubjectStep): string {
  return typeof step === "string" ? step : `${step.in}.${step.name}`;
}
