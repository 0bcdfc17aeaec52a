import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-closed-widened",
  summary: "A property may be sent that was ruled out.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-closed-narrowed",
  facet: "closed",
  change: "widened",
  messages: { other: "The property `{name}` may be sent.", unnamed: "Properties that are not declared may be sent." },
});
