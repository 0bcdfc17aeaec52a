import type { Json } from "@concordat/containment";
import type { FindingData } from "../../finding/finding.ts";
import { capital, code } from "../../finding/noun.ts";

/** The words of a template for what a finding is about. */
export function subjectWords(noun: string): Record<"at" | "At", string> {
  return { at: noun, At: capital(noun) };
}

/**
 * The words of a template about a schema, beside its data: `limit`, how a limit changed; `listed`, the values lost or gained; and
 * for `from` and `to`, where they are lists, the lists as people write them.
 */
export function causeWords(data: FindingData, noun: string): Readonly<Record<string, string>> {
  const { keyword, values, from, to } = data;
  return {
    ...subjectWords(noun),
    ...("from" in data && "to" in data && { limit: limitChange(String(keyword), noun, from, to) }),
    ...(Array.isArray(values) && { listed: listOf(values) }),
    ...(Array.isArray(from) && { from: listOf(from) }),
    ...(Array.isArray(to) && { to: listOf(to) }),
  };
}

/** The limits that keywords set, as people call them. */
const LIMITS: Readonly<Record<string, string>> = {
  minimum: "minimum",
  maximum: "maximum",
  minLength: "minimum length",
  maxLength: "maximum length",
  minItems: "minimum number of items",
  maxItems: "maximum number of items",
  minProperties: "minimum number of properties",
  maxProperties: "maximum number of properties",
  pattern: "pattern",
  multipleOf: "`multipleOf`",
};

/** How a limit changed, in a sentence without its full stop; undefined is no limit. */
function limitChange(keyword: string, noun: string, before: Json | undefined, after: Json | undefined): string {
  const limit = LIMITS[keyword] ?? code(keyword);
  const [from, to] = [before, after].map((value) => limitText(keyword, value));
  if (to === undefined) return `${capital(noun)} no longer has a ${limit} (was ${from ?? "none"})`;
  if (from === undefined) return `${capital(noun)} now has a ${limit} of ${to} (none before)`;
  return `The ${limit} of ${noun} is now ${to} (was ${from})`;
}

/** Characters of a list of values in a message; values that have no room are counted. */
const LONGEST_LIST = 160;

/** Values as a list in a sentence: `` `cat`, `dog` and 3 more ``. */
function listOf(values: readonly Json[]): string {
  const texts = values.map((value) => code(typeof value === "string" && value !== "" ? value : JSON.stringify(value)));
  let length = 0;
  const shown = texts.filter((text, i) => {
    length += text.length + 2;
    return i === 0 || length <= LONGEST_LIST;
  });
  const left = texts.length - shown.length;
  if (left > 0) return `${shown.join(", ")} and ${left} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function limitText(keyword: string, value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return keyword === "pattern" ? code(text.length > LONGEST_LIST ? `${text.slice(0, LONGEST_LIST - 1)}…` : text) : text;
}
