import { type FacetRow, LIMIT } from "./facet-row.ts";

/** What single values may be. */
export const values: readonly FacetRow[] = [
  {
    facet: "type",
    request: {
      narrowed: {
        summary: "A type of value is no longer accepted.",
        says: {
          changed: "The type changed from `{base}` to `{head}`.",
          type: "Values of type {types} are no longer accepted.",
          other: "Only text that reads as the new type is accepted.",
        },
      },
      widened: {
        summary: "One more type of value is accepted.",
        says: {
          changed: "The type changed from `{base}` to `{head}`.",
          type: "Values of type {types} are accepted as well.",
          other: "Text that did not read as the type before is accepted as well.",
        },
      },
    },
    response: {
      narrowed: {
        summary: "A type of value is no longer sent.",
        says: {
          changed: "The type changed from `{base}` to `{head}`.",
          type: "Values of type {types} are no longer sent.",
          other: "Only text that reads as the new type is sent.",
        },
      },
      widened: {
        summary: "One more type of value may be sent.",
        says: {
          changed: "The type changed from `{base}` to `{head}`.",
          type: "Values of type {types} may be sent as well.",
          other: "Text that did not read as the type before may be sent as well.",
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
        says: "`null` is no longer accepted.",
        consumerFix: "Leave it out instead of sending null.",
      },
      widened: { summary: "Null is accepted.", says: "`null` is accepted as well." },
    },
    response: {
      narrowed: { summary: "Null is no longer sent.", says: "`null` is no longer sent." },
      widened: { summary: "Null may be sent.", says: "`null` may be sent.", consumerFix: "Be ready for null." },
    },
  },
  {
    facet: "enum",
    request: {
      narrowed: {
        summary: "Some values are no longer accepted.",
        says: { enum: "No longer accepted: {values}.", other: "Only these are accepted: {to}." },
        consumerFix: "Send only the values that are left.",
      },
      widened: {
        summary: "More values are accepted.",
        says: { enum: "Accepted as well: {values}.", other: "No longer only these are accepted: {from}." },
      },
    },
    response: {
      narrowed: {
        summary: "Some values are no longer sent.",
        says: { enum: "No longer sent: {values}.", other: "Only these are sent: {to}." },
      },
      widened: {
        summary: "Values may be sent that were not listed.",
        says: { enum: "May be sent as well: {values}.", other: "No longer only these are sent: {from}." },
        consumerFix: "Be ready for values that you do not know.",
      },
    },
  },
  {
    facet: "extensible-enum",
    response: {
      widened: {
        summary: "An enum that the contract says may grow has grown.",
        says: "May be sent as well: {values}.",
        why: "Consumers have been told to expect values they do not know; generated types may not list it.",
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
      narrowed: { summary: "A number has a narrower range.", says: LIMIT },
      widened: { summary: "A number has a wider range.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A number has a narrower range.", says: LIMIT },
      widened: { summary: "A number has a wider range.", says: LIMIT },
    },
  },
  {
    facet: "multiple-of",
    request: {
      narrowed: {
        summary: "A number must be a multiple of something else.",
        says: "`multipleOf` went from {from} to {to}.",
      },
      widened: {
        summary: "A number need no longer be a multiple of something.",
        says: "`multipleOf` went from {from} to {to}.",
      },
    },
    response: {
      narrowed: {
        summary: "A number is always a multiple of something.",
        says: "`multipleOf` went from {from} to {to}.",
      },
      widened: {
        summary: "A number is no longer always a multiple of something.",
        says: "`multipleOf` went from {from} to {to}.",
      },
    },
  },
  {
    facet: "length",
    request: {
      narrowed: { summary: "A string has less room.", says: LIMIT },
      widened: { summary: "A string has more room.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "A string has less room.", says: LIMIT },
      widened: { summary: "A string has more room.", says: LIMIT },
    },
  },
  {
    facet: "pattern",
    request: {
      narrowed: { summary: "A string must match another pattern.", says: "`pattern` went from {from} to {to}." },
      widened: { summary: "A string may match another pattern.", says: "`pattern` went from {from} to {to}." },
    },
    response: {
      narrowed: { summary: "A string matches a narrower pattern.", says: "`pattern` went from {from} to {to}." },
      widened: { summary: "A string may no longer match its pattern.", says: "`pattern` went from {from} to {to}." },
    },
  },
];
