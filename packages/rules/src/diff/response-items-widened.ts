import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-items-widened",
  summary: "The items of a list are no longer limited.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-items-narrowed",
  facet: "items",
  change: "widened",
  messages: { other: "Items no longer match `{keyword}`." },
});
