import type { Case } from "./lint-options.ts";

export { startsWithVerb, wordsOf } from "../model/resource.ts";

const CASES: Readonly<Record<Case, RegExp>> = {
  camel: /^[a-z][a-z\d]*(?:[A-Z][a-z\d]*)*$/,
  pascal: /^(?:[A-Z][a-z\d]*)+$/,
  snake: /^[a-z][a-z\d]*(?:_[a-z\d]+)*$/,
  kebab: /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/,
};

/** Whether a name is spelled in a case; one word in lower case is of all but Pascal's. */
export function isInCase(name: string, wanted: Case): boolean {
  return CASES[wanted].test(name);
}

/** The case that most of several names have, of those that only one case allows; undefined where there are none. */
export function commonestCase(names: Iterable<string>): Case | undefined {
  const counts = new Map<Case, number>();
  for (const name of names) {
    const fitting = (Object.keys(CASES) as Case[]).filter((each) => isInCase(name, each));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
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
