import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-property-names-narrowed",
  summary: "The names of properties are limited further.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-property-names-widened",
  facet: "property-names",
  change: "narrowed",
  messages: { other: "`propertyNames` refuses names that were taken." },
});
