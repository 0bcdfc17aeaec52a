import type { PageData } from "@concordat/engine/page";
import type { Entry } from "../../data/entries.ts";
import type { Filter } from "../../data/filter.ts";
import type { Item } from "../../data/items.ts";
import type { Grouping } from "../../data/rows.ts";

/** What views are made from, and how they lead to findings. */
export interface Shown {
  readonly data: PageData;
  readonly entries: readonly Entry[];
  readonly items: readonly Item[];
  /** Shows the findings that a filter lets through. */
  readonly show: (changes: Partial<Filter>, by?: Grouping) => void;
}
