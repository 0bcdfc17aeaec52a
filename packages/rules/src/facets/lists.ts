import { type FacetRow, LIMIT } from "./facet-row.ts";

/** What lists may hold. */
export const lists: readonly FacetRow[] = [
  {
    facet: "item-count",
    request: {
      narrowed: { summary: "A list's limits on its number of items were tightened.", says: LIMIT },
      widened: { summary: "A list's limits on its number of items were loosened.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A list's limits on its number of items were tightened.", says: LIMIT },
      widened: { summary: "A list's limits on its number of items were loosened.", says: LIMIT },
    },
  },
  {
    facet: "unique-items",
    request: {
      narrowed: { summary: "The items of a list must differ.", says: "{At} no longer accepts equal items." },
      widened: { summary: "The items of a list may be equal.", says: "{At} now accepts equal items." },
    },
    response: {
      narrowed: { summary: "The items of a list always differ.", says: "{At} no longer has equal items." },
      widened: { summary: "The items of a list may be equal.", says: "{At} may now have equal items." },
    },
  },
  {
    facet: "contains",
    request: {
      narrowed: { summary: "A list must contain something else.", says: "{At} must meet a stricter `{keyword}`." },
      widened: {
        summary: "A list need no longer contain something.",
        says: "{At} need only meet a looser `{keyword}`.",
      },
    },
    response: {
      narrowed: { summary: "A list always contains something.", says: "{At} always meets a stricter `{keyword}`." },
      widened: {
        summary: "A list may no longer contain what it did.",
        says: "{At} is only sure to meet a looser `{keyword}`.",
      },
    },
  },
  {
    facet: "items",
    request: {
      narrowed: {
        summary: "The items of a list are limited where they were not.",
        says: "The items of {at} must now match `{keyword}`.",
      },
      widened: {
        summary: "The items of a list are no longer limited.",
        says: "The items of {at} need no longer match `{keyword}`.",
      },
    },
    response: {
      narrowed: {
        summary: "The items of a list are limited where they were not.",
        says: "The items of {at} now always match `{keyword}`.",
      },
      widened: {
        summary: "The items of a list are no longer limited.",
        says: "The items of {at} need no longer match `{keyword}`.",
      },
    },
  },
];
