import type { Case } from "./lint-options.ts";

export { startsWithVerb, wordsOf } from "../model/resource.ts";

/** A name without case and separators: `page[size]`, `page_size` and `$pageSize` are one. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, "");
}

const LIST_NAMES = /^(?:items|data|values?|results?|entries|records|list|content|rows|elements|hits)$/;

/** Whether a property of this name usually holds the list in an envelope; `members` may be those of one group. */
export function isListName(name: string): boolean {
  return LIST_NAMES.test(bareName(name));
}

/** What occurs most often; of equals the first in the alphabet. */
export function commonest<T>(values: Iterable<T>): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1))[0]?.[0];
}

const CASES: Readonly<Record<Case, RegExp>> = {
  camel: /^[a-z][a-z\d]*(?:[A-Z][a-z\d]*)*$/,
  pascal: /^(?:[A-Z][a-z\d]*)+$/,
  snake: /^[a-z][a-z\d]*(?:_[a-z\d]+)*$/,
  kebab: /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/,
};

const ALL_CASES = Object.keys(CASES) as Case[];

/** Whether a name is spelled in a case; one word in lower case is of all but Pascal's. */
export function isInCase(name: string, wanted: Case): boolean {
  return CASES[wanted].test(name);
}

/**
 * The case that most names fit; a single word in lower case fits several. Undefined where no name tells those apart.
 */
export function commonestCase(names: readonly string[]): Case | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const fits = ALL_CASES.map((each) => {
    let fitting = 0;
    let alone = 0;
    for (const [name, count] of counts) {
      if (!isInCase(name, each)) continue;
      fitting += count;
      if (!ALL_CASES.some((other) => other !== each && isInCase(name, other))) alone += count;
    }
    return { each, fitting, alone };
  });
  const [best] = fits.sort((a, b) => b.fitting - a.fitting || b.alone - a.alone);
  return best !== undefined && best.alone > 0 ? best.each : undefined;
}

/** Nouns that are their own plural, or have none. */
const UNCOUNTABLE = new Set([
  ...["access", "advice", "analytics", "audio", "auth", "billing", "cache", "config", "content", "data", "equipment"],
  ...["feedback", "health", "help", "history", "info", "information", "inventory", "mail", "media", "metadata", "meta"],
  ...[
    "money",
    "music",
    "news",
    "metrics",
    "progress",
    "research",
    "search",
    "security",
    "series",
    "software",
    "species",
  ],
  ...["staff", "statistics", "stats", "status", "storage", "support", "traffic", "usage", "work", "evidence", "stock"],
]);
const IRREGULAR = new Set([
  "people",
  "children",
  "men",
  "women",
  "criteria",
  "phenomena",
  "indices",
  "matrices",
  "alumni",
]);

/** Words that end like a plural, and are none; `skus`, `menus`, `apis` and `emojis` are. */
const SINGULAR =
  /ss$|(?:stat|vir|camp|bon|cens|corp|consens|foc|radi|syllab|prospect|termin|nex|^b)us$|(?:[aeosy]s|[^t]ax|^ax)is$/;

/** Whether the last word of a segment reads as a plural, or has none. */
export function isPlural(segment: string, words: readonly string[], uncountable: readonly string[]): boolean {
  const last = words.at(-1) ?? segment.toLowerCase();
  if (UNCOUNTABLE.has(last) || IRREGULAR.has(last) || uncountable.includes(last) || uncountable.includes(segment))
    return true;
  return last.endsWith("s") && !SINGULAR.test(last);
}
