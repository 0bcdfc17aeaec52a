import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-unique-items-widened",
  summary: "The items of a list may be equal.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-unique-items-narrowed",
  facet: "unique-items",
  change: "widened",
  messages: { other: "Equal items may be sent." },
});
