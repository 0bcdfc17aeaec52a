import type { FacetRow } from "./facet-row.ts";

/** What schemas ask for together, and what no other facet names. */
export const combinations: readonly FacetRow[] = [
  {
    facet: "alternatives",
    request: {
      narrowed: {
        summary: "An alternative is no longer accepted.",
        says: "{At} no longer accepts some values: no alternative of `{keyword}` takes them.",
      },
      widened: {
        summary: "One more alternative is accepted.",
        says: "{At} accepts more values: an alternative of `{keyword}` takes them.",
      },
    },
    response: {
      narrowed: {
        summary: "An alternative is no longer sent.",
        says: "{At} is no longer sent with some values: no alternative of `{keyword}` has them.",
      },
      widened: {
        summary: "One more alternative may be sent.",
        says: "{At} may now be sent with more values: an alternative of `{keyword}` has them.",
      },
    },
  },
  {
    facet: "exclusion",
    request: {
      narrowed: {
        summary: "Some values are ruled out.",
        says: "{At} no longer accepts some values: `not` rules them out.",
      },
      widened: {
        summary: "Some values are no longer ruled out.",
        says: "{At} accepts more values: `not` rules out fewer.",
      },
    },
    response: {
      narrowed: {
        summary: "Some values are ruled out.",
        says: "{At} is no longer sent with some values: `not` rules them out.",
      },
      widened: {
        summary: "Some values are no longer ruled out.",
        says: "{At} may now have more values: `not` rules out fewer.",
      },
    },
  },
  {
    facet: "condition",
    request: {
      narrowed: {
        summary: "A condition was tightened.",
        says: "{At} no longer accepts some values: the condition in `if` was tightened.",
      },
      widened: {
        summary: "A condition was loosened.",
        says: "{At} accepts more values: the condition in `if` was loosened.",
      },
    },
    response: {
      narrowed: {
        summary: "A condition was tightened.",
        says: "{At} is no longer sent with some values: the condition in `if` was tightened.",
      },
      widened: {
        summary: "A condition was loosened.",
        says: "{At} may now have more values: the condition in `if` was loosened.",
      },
    },
  },
  {
    facet: "schema",
    request: {
      narrowed: {
        summary: "Some values are no longer accepted.",
        says: {
          nothing: "{At} no longer accepts any value: `{keyword}` refuses each.",
          contradiction:
            "{At} no longer accepts any {types}: the schema contradicts itself, and `{keyword}` refuses each.",
          unfinished: "{At} may no longer accept some values: not all of its changes were looked at.",
          other: "{At} no longer accepts some values.",
        },
      },
      widened: {
        summary: "More values are accepted.",
        says: {
          nothing: "{At} now accepts values; before, `{keyword}` refused each.",
          contradiction:
            "{At} now accepts values of type {types}; before, the schema contradicted itself and `{keyword}` refused each.",
          unfinished: "{At} may accept more values: not all of its changes were looked at.",
          other: "{At} accepts more values.",
        },
      },
    },
    response: {
      narrowed: {
        summary: "Some values are no longer sent.",
        says: {
          nothing: "{At} can no longer have any value: `{keyword}` refuses each.",
          contradiction:
            "{At} can no longer be any {types}: the schema contradicts itself, and `{keyword}` refuses each.",
          unfinished: "{At} may no longer be sent with some values: not all of its changes were looked at.",
          other: "{At} is no longer sent with some values.",
        },
      },
      widened: {
        summary: "More values may be sent.",
        says: {
          nothing: "{At} may now have values; before, `{keyword}` refused each.",
          contradiction:
            "{At} may now have values of type {types}; before, the schema contradicted itself and `{keyword}` refused each.",
          unfinished: "{At} may now have values that it did not have before: not all of its changes were looked at.",
          other: "{At} may now have more values.",
        },
      },
    },
  },
];
