import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-enum-narrowed",
  summary: "Some values are no longer accepted.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-enum-widened",
  facet: "enum",
  change: "narrowed",
  messages: { enum: "No longer accepted: {values}.", other: "Only these are accepted: {to}." },
});
