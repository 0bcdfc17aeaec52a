import type { FacetRow } from "./facet-row.ts";

/** What schemas ask for together, and what no other facet names. */
export const combinations: readonly FacetRow[] = [
  {
    facet: "alternatives",
    request: {
      narrowed: {
        summary: "An alternative is no longer accepted.",
        says: "`{keyword}` no longer has an alternative for some values.",
      },
      widened: { summary: "One more alternative is accepted.", says: "`{keyword}` has one more alternative." },
    },
    response: {
      narrowed: {
        summary: "An alternative is no longer sent.",
        says: "`{keyword}` no longer has an alternative for some values.",
      },
      widened: { summary: "One more alternative may be sent.", says: "`{keyword}` has one more alternative." },
    },
  },
  {
    facet: "exclusion",
    request: {
      narrowed: { summary: "Some values are ruled out.", says: "`not` rules out values that were accepted." },
      widened: { summary: "Some values are no longer ruled out.", says: "`not` rules out less." },
    },
    response: {
      narrowed: { summary: "Some values are ruled out.", says: "`not` rules out values that could be sent." },
      widened: { summary: "Some values are no longer ruled out.", says: "`not` rules out less." },
    },
  },
  {
    facet: "condition",
    request: {
      narrowed: { summary: "A condition asks for more.", says: "`if` asks for more." },
      widened: { summary: "A condition asks for less.", says: "`if` asks for less." },
    },
    response: {
      narrowed: { summary: "A condition promises more.", says: "`if` promises more." },
      widened: { summary: "A condition promises less.", says: "`if` promises less." },
    },
  },
  {
    facet: "schema",
    request: {
      narrowed: {
        summary: "Some values are no longer accepted.",
        says: {
          nothing: "No value is accepted any longer: `{keyword}` refuses each.",
          contradiction:
            "No {types} is accepted any longer: the schema contradicts itself, and `{keyword}` refuses each.",
          other: "Some values are no longer accepted.",
        },
      },
      widened: {
        summary: "More values are accepted.",
        says: {
          nothing: "Values are accepted, where the schema had none before: `{keyword}` refused each.",
          contradiction:
            "A value of type {types} is accepted, where the schema contradicted itself before: `{keyword}` refused each.",
          other: "More values are accepted.",
        },
      },
    },
    response: {
      narrowed: {
        summary: "Some values are no longer sent.",
        says: {
          nothing: "No value can be sent any longer: `{keyword}` refuses each.",
          contradiction:
            "No {types} can be sent any longer: the schema contradicts itself, and `{keyword}` refuses each.",
          other: "Some values are no longer sent.",
        },
      },
      widened: {
        summary: "More values may be sent.",
        says: {
          nothing: "Values may be sent, where the schema had none before: `{keyword}` refused each.",
          contradiction:
            "A value of type {types} may be sent, where the schema contradicted itself before: `{keyword}` refused each.",
          other: "More values may be sent.",
        },
      },
    },
  },
];
