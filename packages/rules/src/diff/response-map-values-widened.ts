import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-map-values-widened",
  summary: "The values of a map are no longer limited.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-map-values-narrowed",
  facet: "map-values",
  change: "widened",
  messages: { other: "Values no longer match `{keyword}`." },
});
