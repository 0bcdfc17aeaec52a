import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-pattern-widened",
  summary: "A string may no longer match its pattern.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-pattern-narrowed",
  facet: "pattern",
  change: "widened",
  messages: { other: "`pattern` went from {from} to {to}." },
});
