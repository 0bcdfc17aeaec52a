import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-length-widened",
  summary: "A string has more room.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-length-narrowed",
  facet: "length",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
