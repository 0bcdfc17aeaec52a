import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-dependencies-widened",
  summary: "A property may come without others.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-dependencies-narrowed",
  facet: "dependencies",
  change: "widened",
  messages: { other: "A property no longer depends on others." },
});
