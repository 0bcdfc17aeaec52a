import { type Item, KINDS, type Kind } from "./items.ts";

/** What a reader wants to see. */
export interface Filter {
  /** Words that all must be found. */
  readonly query: string;
  readonly kinds: ReadonlySet<Kind>;
  /** Whether only breaking changes are shown. */
  readonly onlyBreaking: boolean;
  /** The key of one entry; empty for all. */
  readonly entry: string;
  /** The name of one consumer; empty for all. */
  readonly consumer: string;
}

/**
 * What is shown at first: all that counts, or, where nothing does, all there is.
 * @param linked a finding that is to be seen in any case
 */
export function firstFilter(items: readonly Item[], linked?: Item): Filter {
  const counted = KINDS.filter((kind) => kind !== "settled");
  const kinds = linked?.kind !== "settled" && items.some(({ kind }) => kind !== "settled") ? counted : KINDS;
  return { query: "", kinds: new Set(kinds), onlyBreaking: false, entry: "", consumer: "" };
}

/** The findings that a reader wants to see, in their order. */
export function filterItems(items: readonly Item[], filter: Filter): Item[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      filter.kinds.has(item.kind) &&
      (!filter.onlyBreaking || item.isBreaking) &&
      (filter.entry === "" || item.entry.key === filter.entry) &&
      (filter.consumer === "" || item.consumers.includes(filter.consumer)) &&
      words.every((word) => item.text.includes(word)),
  );
}
