/*
 * What is known of deprecations beside the description: dates that it does not carry, for files that belong to others or
 * for what is gone. Subjects are texts here; what reads a description knows what they name.
 */

/** The life of one thing, as its timeline has it. Days are texts, `YYYY-MM-DD`; what is not there is not known. */
export interface TimelineEntry {
  /** `METHOD /path`, an operationId, or a JSON Pointer with or without `#`. */
  readonly subject: string;
  readonly announced?: string | undefined;
  readonly deprecated?: string | undefined;
  readonly sunset?: string | undefined;
  readonly removed?: string | undefined;
  readonly stability?: string | undefined;
  /** What to use instead; null where there is nothing. */
  readonly replacement?: string | null | undefined;
  readonly docs?: string | undefined;
  /** Where it is written. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

/** The entries of a timeline, by what they name. */
export class Timeline {
  readonly #bySubject: ReadonlyMap<string, TimelineEntry>;

  constructor(entries: readonly TimelineEntry[]) {
    this.#bySubject = new Map(entries.map((entry) => [spelled(entry.subject), entry]));
  }

  /** All entries, in their order. */
  get entries(): readonly TimelineEntry[] {
    return [...this.#bySubject.values()];
  }

  /** The entry about something that has some names, the first of them first. */
  about(...names: readonly (string | undefined)[]): TimelineEntry | undefined {
    return names.map((name) => name && this.#bySubject.get(name)).find((entry) => entry !== undefined && entry !== "");
  }
}

/** A subject in the one spelling that it is looked up by: a method in capitals, a pointer without `#`. */
function spelled(subject: string): string {
  const text = subject.trim();
  if (text.startsWith("#/")) return text.slice(1);
  return text.replace(/^[a-z]+(?= \/)/, (method) => method.toUpperCase());
}
