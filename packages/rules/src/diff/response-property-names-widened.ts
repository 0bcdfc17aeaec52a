import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-property-names-widened",
  summary: "The names of properties are limited less.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-property-names-narrowed",
  facet: "property-names",
  change: "widened",
  messages: { other: "`propertyNames` allows names that were ruled out." },
});
