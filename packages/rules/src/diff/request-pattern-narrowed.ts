import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-pattern-narrowed",
  summary: "A string must match another pattern.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-pattern-widened",
  facet: "pattern",
  change: "narrowed",
  messages: { other: "`pattern` went from {from} to {to}." },
});
