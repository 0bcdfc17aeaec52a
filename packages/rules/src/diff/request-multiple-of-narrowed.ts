import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-multiple-of-narrowed",
  summary: "A number must be a multiple of something else.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-multiple-of-widened",
  facet: "multiple-of",
  change: "narrowed",
  messages: { other: "`multipleOf` went from {from} to {to}." },
});
