import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-contains-widened",
  summary: "A list may no longer contain what it did.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-contains-narrowed",
  facet: "contains",
  change: "widened",
  messages: { other: "`{keyword}` promises less." },
});
