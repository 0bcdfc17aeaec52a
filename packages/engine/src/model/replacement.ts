import { isObject, own } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { readLifecycle } from "./lifecycle.ts";
import type { Subject, SubjectStep } from "./subject.ts";

/** A sentence that says what to use instead. */
const SAYS =
  /\b(?:instead|replaced (?:by|with)|supersed\w+|succeeded by|in favou?r of|migrate to|moved (?:to|into)|renamed (?:to|as))\b/i;
const LONGEST = 200;

/**
 * What a description names to use instead of a subject: what an extension names, else the sentence of its text that says it.
 * Undefined where it names nothing, or says that there is nothing.
 */
export function replacementFor(subject: Subject, description: Description): string | undefined {
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
function objectAt(
  { file, steps }: Subject,
  { root, library }: Description,
): Readonly<Record<string, unknown>> | undefined {
  const document = file === undefined ? root : library.document(new URL(file, root.uri).href);
  let value: unknown = document?.root;
  for (const [i, step] of steps.entries()) {
    const next = memberAt(value, step);
    if (!isObject(next) && !Array.isArray(next)) return i === steps.length - 1 && isObject(value) ? value : undefined;
    value = next;
  }
  return isObject(value) ? value : undefined;
}

function memberAt(value: unknown, step: SubjectStep): unknown {
  if (typeof step === "string")
    return Array.isArray(value) ? value[Number(step)] : isObject(value) ? own(value, step) : undefined;
  const isMeant = (item: unknown) => isObject(item) && own(item, "in") === step.in && own(item, "name") === step.name;
  return Array.isArray(value) ? value.find(isMeant) : undefined;
}
