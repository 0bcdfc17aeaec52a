import type { Json } from "@concordat/containment";
import type { FindingData } from "../../finding/finding.ts";
import { listText } from "../../finding/message.ts";
import { capital, code, subjectWords } from "../../finding/noun.ts";

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

/** Values as a list in a sentence. */
function listOf(values: readonly Json[]): string {
  return listText(
    values.map((value) => code(typeof value === "string" && value !== "" ? value : JSON.stringify(value))),
  );
}

/** Characters of a pattern in a message. */
const LONGEST_PATTERN = 160;

function limitText(keyword: string, value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return keyword === "pattern"
    ? code(text.length > LONGEST_PATTERN ? `${text.slice(0, LONGEST_PATTERN - 1)}…` : text)
    : text;
}
