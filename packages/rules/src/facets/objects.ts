import { type FacetRow, LIMIT } from "./facet-row.ts";

/** What objects may hold. */
export const objects: readonly FacetRow[] = [
  {
    facet: "required",
    request: {
      narrowed: {
        id: "diff/request-property-became-required",
        summary: "An optional property became required.",
        says: "The property `{name}` is now required in the request.",
        fix: "Leave it optional, with the old behaviour as its default.",
        consumerFix: "Always send it.",
        about: { area: "property", aspect: "obligation", action: "became-required" },
      },
      widened: {
        id: "diff/request-property-became-optional",
        summary: "A required property became optional.",
        says: "The property `{name}` is now optional in the request.",
        about: { area: "property", aspect: "obligation", action: "became-optional" },
      },
    },
    response: {
      narrowed: {
        id: "diff/response-property-became-required",
        summary: "A property that could be missing is now always sent.",
        says: "The property `{name}` is now always sent in the response.",
        about: { area: "property", aspect: "obligation", action: "became-required" },
      },
      widened: {
        id: "diff/response-property-became-optional",
        summary: "A property that was always sent may be missing.",
        says: "The property `{name}` may now be missing from the response.",
        why: "Consumers that read it may find nothing.",
        fix: "Keep sending it.",
        consumerFix: "Be ready for answers without it.",
        about: { area: "property", aspect: "obligation", action: "became-optional" },
      },
    },
  },
  {
    facet: "presence",
    request: {
      narrowed: {
        id: "diff/request-required-property-added",
        summary: "A required property is new.",
        says: "The required property `{name}` was added to the request.",
        why: "Requests that worked leave it out, and are refused with 400 or 422.",
        fix: "Make it optional, with the old behaviour as its default.",
        consumerFix: "Always send it.",
        about: { area: "property", aspect: "required", action: "added" },
      },
      widened: {
        id: "diff/request-required-property-removed",
        summary: "A required property is no longer declared.",
        says: "The property `{name}`, required before, was removed from the request.",
        why: "Requests still work with it where the object takes any property, and without it; but it has no effect any more, and generated clients lose it.",
        fix: "Keep it, as an optional one, until its sunset.",
        severity: "warn",
        impact: "major",
        audience: "client",
        consumerFix: "Stop sending it: it is ignored or refused.",
        about: { area: "property", aspect: "required", action: "removed" },
      },
    },
    response: {
      narrowed: {
        id: "diff/response-required-property-added",
        summary: "A property is new, and always sent.",
        says: "The property `{name}` was added to the response, and is always sent.",
        why: "Consumers ignore properties they do not know.",
        impact: "minor",
        about: { area: "property", aspect: "required", action: "added" },
      },
      widened: {
        id: "diff/response-property-removed",
        summary: "A property that was always sent was removed.",
        says: "The property `{name}`, always sent before, was removed from the response.",
        why: "Consumers that read it find nothing.",
        fix: "Keep sending it until its sunset.",
        consumerFix: "Do without it: it is not promised any more.",
        about: { area: "property", aspect: "existence", action: "removed" },
      },
    },
  },
  {
    facet: "closed",
    request: {
      narrowed: {
        summary: "A property that was accepted is now refused.",
        says: {
          other: "The property `{name}` is no longer accepted in the request.",
          unnamed: "{At} no longer accepts undeclared properties.",
        },
      },
      widened: {
        summary: "A property that was refused is now accepted.",
        says: {
          other: "The property `{name}` is now accepted in the request.",
          unnamed: "{At} now accepts undeclared properties.",
        },
      },
    },
    response: {
      narrowed: {
        summary: "A property that could be sent is no longer sent.",
        says: {
          other: "The property `{name}` is no longer sent in the response.",
          unnamed: "{At} no longer has undeclared properties.",
        },
      },
      widened: {
        summary: "A property that was ruled out may now be sent.",
        says: {
          other: "The property `{name}` may now be sent in the response.",
          unnamed: "{At} may now have undeclared properties.",
        },
      },
    },
  },
  {
    facet: "map-values",
    request: {
      narrowed: {
        summary: "The values of a map are limited where they were not.",
        says: "The values of {at} must now match `{keyword}`.",
      },
      widened: {
        summary: "The values of a map are no longer limited.",
        says: "The values of {at} need no longer match `{keyword}`.",
      },
    },
    response: {
      narrowed: {
        summary: "The values of a map are limited where they were not.",
        says: "The values of {at} now always match `{keyword}`.",
      },
      widened: {
        summary: "The values of a map are no longer limited.",
        says: "The values of {at} need no longer match `{keyword}`.",
      },
    },
  },
  {
    facet: "property-names",
    request: {
      narrowed: {
        summary: "The names of properties are limited further.",
        says: "{At} no longer accepts some property names (`propertyNames`).",
      },
      widened: {
        summary: "The names of properties are limited less.",
        says: "{At} now accepts more property names (`propertyNames`).",
      },
    },
    response: {
      narrowed: {
        summary: "The names of properties are limited further.",
        says: "{At} no longer has some property names (`propertyNames`).",
      },
      widened: {
        summary: "The names of properties are limited less.",
        says: "{At} may now have more property names (`propertyNames`).",
      },
    },
  },
  {
    facet: "property-count",
    request: {
      narrowed: { summary: "An object's limits on its number of properties were tightened.", says: LIMIT },
      widened: { summary: "An object's limits on its number of properties were loosened.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "An object's limits on its number of properties were tightened.", says: LIMIT },
      widened: { summary: "An object's limits on its number of properties were loosened.", says: LIMIT },
    },
  },
  {
    facet: "dependencies",
    request: {
      narrowed: {
        summary: "A property now requires others.",
        says: "{At}: a property now requires others.",
      },
      widened: {
        summary: "A property no longer requires others.",
        says: "{At}: a property no longer requires others.",
      },
    },
    response: {
      narrowed: {
        summary: "A property now always comes with others.",
        says: "{At}: a property now always comes with others.",
      },
      widened: {
        summary: "A property may now come without others.",
        says: "{At}: a property may now come without others.",
      },
    },
  },
];
