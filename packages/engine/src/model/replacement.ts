import { isObject, own, parsePointer } from "@concordat/containment";
import type { Description } from "../load/description.ts";
import { readLifecycle } from "./lifecycle.ts";

/** A sentence that says what to use instead. */
const SAYS =
  /\b(?:instead|replaced (?:by|with)|supersed\w+|succeeded by|in favou?r of|migrate to|moved (?:to|into)|renamed (?:to|as))\b/i;
const LONGEST = 200;

/**
 * What a description names to use instead of a subject: what an extension names, else the sentence of its text that says it.
 * Undefined where it names nothing, or says that there is nothing.
 */
export function replacementFor(subject: string, description: Description): string | undefined {
  const object = objectAt(subject, description);
  if (object === undefined) return undefined;
  const { replacement } = readLifecycle({ value: object });
  if (replacement === null) return undefined;
  if (replacement !== undefined) return `\`${replacement.replaceAll("`", "'")}\``;
  const texts = ["description", "summary"].map((key) => own(object, key)).filter((text) => typeof text === "string");
  const sentence = texts
    .flatMap((text) => text.split(/\n\s*\n|(?<=[.!?])\s+/))
    .find((each) => SAYS.test(each))
    ?.trim();
  return sentence === undefined || sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1)}…`;
}

/** The innermost object on the way to a subject that still has a text of its own: a subject may be a member of it. */
function objectAt(subject: string, { root, library }: Description): Readonly<Record<string, unknown>> | undefined {
  const hash = subject.indexOf("#");
  const file = hash > 0 ? subject.slice(0, hash) : "";
  const document = file === "" ? root : library.document(new URL(file, root.uri).href);
  let value: unknown = document?.root;
  const tokens = parsePointer(hash < 0 ? subject : subject.slice(hash + 1)) ?? [];
  for (const [i, token] of tokens.entries()) {
    const next = Array.isArray(value) ? itemAt(value, token) : isObject(value) ? own(value, token) : undefined;
    if (!isObject(next) && !Array.isArray(next)) return i === tokens.length - 1 && isObject(value) ? value : undefined;
    value = next;
  }
  return isObject(value) ? value : undefined;
}

/** Parameters are named by place and name in subjects, all else in lists by its index. */
function itemAt(list: readonly unknown[], token: string): unknown {
  return (
    list.find((item) => isObject(item) && `${String(own(item, "in"))}.${String(own(item, "name"))}` === token) ??
    list[Number(token)]
  );
}
