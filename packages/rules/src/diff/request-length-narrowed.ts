import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-length-narrowed",
  summary: "A string has less room.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-length-widened",
  facet: "length",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
