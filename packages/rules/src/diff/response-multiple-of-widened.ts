import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-multiple-of-widened",
  summary: "A number is no longer always a multiple of something.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-multiple-of-narrowed",
  facet: "multiple-of",
  change: "widened",
  messages: { other: "`multipleOf` went from {from} to {to}." },
});
