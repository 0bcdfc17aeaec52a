import { type FacetRow, LIMIT } from "./facet-row.ts";

/** What lists may hold. */
export const lists: readonly FacetRow[] = [
  {
    facet: "item-count",
    request: {
      narrowed: { summary: "A list has room for fewer items, or needs more.", says: LIMIT },
      widened: { summary: "A list has room for more items, or needs fewer.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A list has room for fewer items, or always has more.", says: LIMIT },
      widened: { summary: "A list may have more items, or fewer.", says: LIMIT },
    },
  },
  {
    facet: "unique-items",
    request: {
      narrowed: { summary: "The items of a list must differ.", says: "Equal items are no longer accepted." },
      widened: { summary: "The items of a list may be equal.", says: "Equal items are accepted." },
    },
    response: {
      narrowed: { summary: "The items of a list always differ.", says: "Equal items are no longer sent." },
      widened: { summary: "The items of a list may be equal.", says: "Equal items may be sent." },
    },
  },
  {
    facet: "contains",
    request: {
      narrowed: { summary: "A list must contain something else.", says: "`{keyword}` asks for more." },
      widened: { summary: "A list need no longer contain something.", says: "`{keyword}` asks for less." },
    },
    response: {
      narrowed: { summary: "A list always contains something.", says: "`{keyword}` promises more." },
      widened: { summary: "A list may no longer contain what it did.", says: "`{keyword}` promises less." },
    },
  },
  {
    facet: "items",
    request: {
      narrowed: {
        summary: "The items of a list are limited where they were not.",
        says: "Items must match `{keyword}`.",
      },
      widened: {
        summary: "The items of a list are no longer limited.",
        says: "Items need no longer match `{keyword}`.",
      },
    },
    response: {
      narrowed: { summary: "The items of a list are limited where they were not.", says: "Items match `{keyword}`." },
      widened: { summary: "The items of a list are no longer limited.", says: "Items no longer match `{keyword}`." },
    },
  },
];
