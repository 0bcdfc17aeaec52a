import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-required-property-added",
  summary: "A property is new, and always sent.",
  why: "Consumers ignore properties they do not know.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-property-removed",
  facet: "presence",
  change: "narrowed",
  messages: { other: "The property `{name}` is new, and always sent." },
});
