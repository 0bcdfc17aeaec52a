import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-range-widened",
  summary: "A number has a wider range.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-range-narrowed",
  facet: "range",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
