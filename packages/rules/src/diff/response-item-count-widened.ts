import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-item-count-widened",
  summary: "A list may have more items, or fewer.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-item-count-narrowed",
  facet: "item-count",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
