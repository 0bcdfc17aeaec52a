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
 * Fills a template with data. Lists are joined, long values cut; what a name lacks shows as a dash.
 *
 * @param words texts that are ours, and stand as they are
 */
export function renderMessage(
  template: string,
  data: FindingData,
  words: Readonly<Record<string, string>> = {},
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? showDatum(data[name]));
}

/** A datum as people read it. */
function showDatum(value: Json | undefined): string {
  if (value === undefined || value === null) return value === null ? "none" : "–";
  // Backticks in messages are ours: they set off what comes from descriptions.
  const text = (Array.isArray(value) ? value.map(showItem).join(", ") : showItem(value)).replaceAll("`", "'");
  return text.length > LONGEST_DATUM ? `${text.slice(0, LONGEST_DATUM - 1)}…` : text;
}

function showItem(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Names in a template, for checks that every message gets what it needs. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}
