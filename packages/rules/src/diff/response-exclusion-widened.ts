import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-exclusion-widened",
  summary: "Some values are no longer ruled out.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-exclusion-narrowed",
  facet: "exclusion",
  change: "widened",
  messages: { other: "`not` rules out less." },
});
