import type { Json } from "@concordat/containment/internal";
import type { FindingData } from "./finding.ts";

/** Characters of a datum that a message shows. */
const LONGEST_DATUM = 120;

/**
 * Words that every template may use, and that no hit need bring: what the finding is about, in the middle of a sentence and at
 * the start of one.
 */
export const SUBJECT_WORDS = ["at", "At"] as const;

/** Names of the data that a message template needs: `{limit}` needs `limit`. */
export type DataOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Exclude<Name, (typeof SUBJECT_WORDS)[number]>]: Json } & DataOf<Rest>
  : unknown;

/** Data without a name. */
export type NoData = Readonly<Record<never, Json>>;

/**
 * Fills a template with data. Lists are written as people write them, each item in the backticks that the name stands in; long values
 * are cut, and what a name lacks shows as a dash.
 *
 * @param words texts that are ours, and stand as they are
 */
export function renderMessage(
  template: string,
  data: FindingData,
  words: Readonly<Record<string, string>> = {},
): string {
  return template.replace(
    /(`?)\{(\w+)\}\1/g,
    (_, tick: string, name: string) =>
      `${words[name] === undefined ? showDatum(name, data[name], tick) : tick + words[name] + tick}`,
  );
}

/** Characters of a list in a message; items that have no room are counted. */
const LONGEST_LIST = 160;

/** Texts as a list in a sentence: `` `cat`, `dog` and 3 more ``. */
export function listText(texts: readonly string[], word: "and" | "or" = "and"): string {
  let length = 0;
  const shown = texts.filter((text, i) => {
    length += text.length + 2;
    return i === 0 || length <= LONGEST_LIST;
  });
  const left = texts.length - shown.length;
  if (left > 0) return `${shown.join(", ")} ${word} ${left} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${word} ${shown.at(-1)}`;
}

/** A datum as people read it, in backticks or without; a value has one of several types, and not all of them. */
function showDatum(name: string, value: Json | undefined, tick: string): string {
  if (value === undefined || value === null) return value === null ? "none" : "–";
  if (Array.isArray(value))
    return listText(
      value.map((item) => tick + cut(item) + tick),
      name === "types" ? "or" : "and",
    );
  return tick + cut(value) + tick;
}

/** A value in at most so many characters. Backticks in messages are ours: they set off what comes from descriptions. */
function cut(value: Json): string {
  const text = showItem(value).replaceAll("`", "'");
  return text.length > LONGEST_DATUM ? `${text.slice(0, LONGEST_DATUM - 1)}…` : text;
}

function showItem(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Names in a template, for checks that every message gets what it needs. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}
