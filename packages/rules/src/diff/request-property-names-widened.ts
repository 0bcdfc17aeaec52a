import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-property-names-widened",
  summary: "The names of properties are limited less.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-property-names-narrowed",
  facet: "property-names",
  change: "widened",
  messages: { other: "`propertyNames` takes names that were refused." },
});
