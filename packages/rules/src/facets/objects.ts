import { type FacetRow, LIMIT } from "./facet-row.ts";

/** What objects may hold. */
export const objects: readonly FacetRow[] = [
  {
    facet: "required",
    request: {
      narrowed: {
        id: "diff/request-property-became-required",
        summary: "An optional property became required.",
        says: "The property `{name}` became required.",
        fix: "Leave it optional, with the old behaviour as its default.",
        consumerFix: "Always send it.",
        about: { area: "property", aspect: "obligation", action: "became-required" },
      },
      widened: {
        id: "diff/request-property-became-optional",
        summary: "A required property became optional.",
        says: "The property `{name}` became optional.",
        about: { area: "property", aspect: "obligation", action: "became-optional" },
      },
    },
    response: {
      narrowed: {
        id: "diff/response-property-became-required",
        summary: "A property is always sent that could be missing.",
        says: "The property `{name}` is always sent.",
        about: { area: "property", aspect: "obligation", action: "became-required" },
      },
      widened: {
        id: "diff/response-property-became-optional",
        summary: "A property that was always sent may be missing.",
        says: "The property `{name}` is no longer always sent.",
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
        says: "The property `{name}` is new, and required.",
        why: "Requests that worked leave it out, and are refused with 400 or 422.",
        fix: "Make it optional, with the old behaviour as its default.",
        consumerFix: "Always send it.",
        about: { area: "property", aspect: "required", action: "added" },
      },
      widened: {
        id: "diff/request-required-property-removed",
        summary: "A required property is no longer declared.",
        says: "The property `{name}`, required until now, is gone.",
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
        says: "The property `{name}` is new, and always sent.",
        why: "Consumers ignore properties they do not know.",
        impact: "minor",
        about: { area: "property", aspect: "required", action: "added" },
      },
      widened: {
        id: "diff/response-property-removed",
        summary: "A property that was always sent is gone.",
        says: "The property `{name}`, always sent until now, is gone.",
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
        summary: "A property is refused that was taken.",
        says: { other: "The property `{name}` is refused.", unnamed: "Properties that are not declared are refused." },
      },
      widened: {
        summary: "A property is taken that was refused.",
        says: { other: "The property `{name}` is taken.", unnamed: "Properties that are not declared are taken." },
      },
    },
    response: {
      narrowed: {
        summary: "A property is never sent that could be.",
        says: {
          other: "The property `{name}` is never sent.",
          unnamed: "Properties that are not declared are never sent.",
        },
      },
      widened: {
        summary: "A property may be sent that was ruled out.",
        says: { other: "The property `{name}` may be sent.", unnamed: "Properties that are not declared may be sent." },
      },
    },
  },
  {
    facet: "map-values",
    request: {
      narrowed: {
        summary: "The values of a map are limited where they were not.",
        says: "Values must match `{keyword}`.",
      },
      widened: {
        summary: "The values of a map are no longer limited.",
        says: "Values need no longer match `{keyword}`.",
      },
    },
    response: {
      narrowed: { summary: "The values of a map are limited where they were not.", says: "Values match `{keyword}`." },
      widened: { summary: "The values of a map are no longer limited.", says: "Values no longer match `{keyword}`." },
    },
  },
  {
    facet: "property-names",
    request: {
      narrowed: {
        summary: "The names of properties are limited further.",
        says: "`propertyNames` refuses names that were taken.",
      },
      widened: {
        summary: "The names of properties are limited less.",
        says: "`propertyNames` takes names that were refused.",
      },
    },
    response: {
      narrowed: {
        summary: "The names of properties are limited further.",
        says: "`propertyNames` rules out names that could be sent.",
      },
      widened: {
        summary: "The names of properties are limited less.",
        says: "`propertyNames` allows names that were ruled out.",
      },
    },
  },
  {
    facet: "property-count",
    request: {
      narrowed: { summary: "An object has room for fewer properties, or needs more.", says: LIMIT },
      widened: { summary: "An object has room for more properties, or needs fewer.", says: LIMIT },
    },
    response: {
      narrowed: { summary: "An object has room for fewer properties, or always has more.", says: LIMIT },
      widened: { summary: "An object may have more properties, or fewer.", says: LIMIT },
    },
  },
  {
    facet: "dependencies",
    request: {
      narrowed: {
        summary: "A property asks for others that it did not ask for.",
        says: "A property depends on others.",
      },
      widened: { summary: "A property no longer asks for others.", says: "A property no longer depends on others." },
    },
    response: {
      narrowed: {
        summary: "A property comes with others that it did not come with.",
        says: "A property depends on others.",
      },
      widened: { summary: "A property may come without others.", says: "A property no longer depends on others." },
    },
  },
];
