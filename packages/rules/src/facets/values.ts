import { type FacetRow, LIMIT } from "./facet-row.ts";

/** What single values may be. */
export const values: readonly FacetRow[] = [
  {
    facet: "type",
    request: {
      narrowed: {
        summary: "A value of some type is no longer accepted.",
        says: {
          changed: "The type of {at} changed from `{base}` to `{head}`.",
          type: "{At} no longer accepts values of type {types}.",
          other: "{At} now accepts only text that reads as the new type.",
        },
      },
      widened: {
        summary: "One more type of value is accepted.",
        says: {
          changed: "The type of {at} changed from `{base}` to `{head}`.",
          type: "{At} now also accepts values of type {types}.",
          other: "{At} now also accepts text that did not read as the type before.",
        },
      },
    },
    response: {
      narrowed: {
        summary: "A type of value is no longer sent.",
        says: {
          changed: "The type of {at} changed from `{base}` to `{head}`.",
          type: "{At} no longer has values of type {types}.",
          other: "{At} is now only text that reads as the new type.",
        },
      },
      widened: {
        summary: "One more type of value may be sent.",
        says: {
          changed: "The type of {at} changed from `{base}` to `{head}`.",
          type: "{At} may now also have values of type {types}.",
          other: "{At} may now also be text that did not read as the type before.",
        },
      },
    },
  },
  {
    facet: "nullability",
    name: "null",
    request: {
      narrowed: {
        summary: "Null is no longer accepted.",
        says: "{At} can no longer be `null`.",
        consumerFix: "Leave it out instead of sending null.",
      },
      widened: { summary: "Null is accepted.", says: "{At} can now be `null`." },
    },
    response: {
      narrowed: { summary: "Null is no longer sent.", says: "{At} is no longer sent as `null`." },
      widened: { summary: "Null may be sent.", says: "{At} may now be `null`.", consumerFix: "Be ready for null." },
    },
  },
  {
    facet: "enum",
    request: {
      narrowed: {
        summary: "Some values are no longer accepted.",
        says: { enum: "{At} no longer accepts {listed}.", other: "{At} is now limited to {to}." },
        consumerFix: "Send only the values that are left.",
      },
      widened: {
        summary: "More values are accepted.",
        says: { enum: "{At} now also accepts {listed}.", other: "{At} is no longer limited to {from}." },
      },
    },
    response: {
      narrowed: {
        summary: "Some values are no longer sent.",
        says: { enum: "{At} is no longer sent as {listed}.", other: "{At} is now limited to {to}." },
      },
      widened: {
        summary: "Values may be sent that were not listed.",
        says: { enum: "{At} may now also be {listed}.", other: "{At} is no longer limited to {from}." },
        consumerFix: "Be ready for values that you do not know.",
      },
    },
  },
  {
    facet: "extensible-enum",
    response: {
      widened: {
        summary: "An enum that the contract says may grow has grown.",
        says: "{At} may now also be {listed}.",
        why: "The contract asks consumers to expect unknown values, but generated types may not list this one.",
        fix: "Nothing to do.",
        severity: "info",
        impact: "minor",
        audience: "client",
        consumerFix: "Be ready for values that you do not know.",
        mirror: "diff/response-enum-narrowed",
      },
    },
  },
  {
    facet: "range",
    request: {
      narrowed: { summary: "A number's range was narrowed.", says: LIMIT },
      widened: { summary: "A number's range was widened.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A number's range was narrowed.", says: LIMIT },
      widened: { summary: "A number's range was widened.", says: LIMIT },
    },
  },
  {
    facet: "multiple-of",
    request: {
      narrowed: {
        summary: "A number must be a multiple of something else.",
        says: LIMIT,
      },
      widened: {
        summary: "A number need no longer be a multiple of something.",
        says: LIMIT,
      },
    },
    response: {
      narrowed: {
        summary: "A number is always a multiple of something.",
        says: LIMIT,
      },
      widened: {
        summary: "A number is no longer always a multiple of something.",
        says: LIMIT,
      },
    },
  },
  {
    facet: "length",
    request: {
      narrowed: { summary: "A string's length limit was tightened.", says: LIMIT },
      widened: { summary: "A string's length limit was loosened.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A string's length limit was tightened.", says: LIMIT },
      widened: { summary: "A string's length limit was loosened.", says: LIMIT },
    },
  },
  {
    facet: "pattern",
    request: {
      narrowed: { summary: "A string must match another pattern.", says: LIMIT },
      widened: { summary: "A string may match another pattern.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A string matches a narrower pattern.", says: LIMIT },
      widened: { summary: "A string may no longer match its pattern.", says: LIMIT },
    },
  },
];
