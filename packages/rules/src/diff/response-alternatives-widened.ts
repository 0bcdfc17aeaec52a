import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-alternatives-widened",
  summary: "One more alternative may be sent.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-alternatives-narrowed",
  facet: "alternatives",
  change: "widened",
  messages: { other: "`{keyword}` has one more alternative." },
});
