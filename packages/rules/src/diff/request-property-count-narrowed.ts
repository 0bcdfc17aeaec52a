import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-property-count-narrowed",
  summary: "An object has room for fewer properties, or needs more.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-property-count-widened",
  facet: "property-count",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
