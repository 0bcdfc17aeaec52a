import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-range-narrowed",
  summary: "A number has a narrower range.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-range-widened",
  facet: "range",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
