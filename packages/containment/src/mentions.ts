import { append } from "./lists.ts";
import { ANY_OBJECT, type Keywords, type ObjectLimits } from "./lower/keywords.ts";
import type { Space } from "./lower/space.ts";
import { matches } from "./types/string.ts";

/** What a schema says about the names of an object, anywhere at its place. */
export interface Mentions {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** Whether further names are refused. */
  readonly closed: boolean;
}

/** Whether a name is one of those mentioned. */
export function isMentioned({ names, patterns }: Mentions, name: string): boolean {
  return names.has(name) || patterns.some((source) => matches(name, source));
}

/** What limits say where only known names count, as far as limits can say it: they hold for all that the right side sees. */
export function limitsOnKnown(limits: ObjectLimits, known: Mentions): ObjectLimits {
  const { properties, patterns, additional } = limits;
  const others = [...known.names].filter(
    (name) => !properties.has(name) && !patterns.some(({ source }) => matches(name, source)),
  );
  const added = additional ? others.map((name) => [name, additional] as const) : [];
  return { ...ANY_OBJECT, properties: new Map([...properties, ...added]), patterns, required: limits.required };
}

/** The same while it is gathered. */
export interface MutableMentions {
  names: Set<string>;
  patterns: string[];
  closed: boolean;
}

/** Adds what one schema says of names. */
export function addMentions(found: MutableMentions, { object }: Keywords, space: Space): void {
  if (object === undefined) return;
  for (const name of object.properties.keys()) found.names.add(name);
  for (const name of object.required) found.names.add(name);
  append(
    found.patterns,
    object.patterns.map(({ source }) => source),
  );
  if (object.additional && space.keywords(object.additional).types === 0) found.closed = true;
}
