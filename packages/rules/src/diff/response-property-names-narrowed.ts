import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-property-names-narrowed",
  summary: "The names of properties are limited further.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-property-names-widened",
  facet: "property-names",
  change: "narrowed",
  messages: { other: "`propertyNames` rules out names that could be sent." },
});
