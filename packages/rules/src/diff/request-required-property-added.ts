import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-required-property-added",
  summary: "A required property is new.",
  why: "Requests that worked leave it out, and are refused with 400 or 422.",
  fix: "Make it optional, with the old behaviour as its default.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-required-property-removed",
  facet: "presence",
  change: "narrowed",
  messages: { other: "The property `{name}` is new, and required." },
});
