import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-enum-widened",
  summary: "Values may be sent that were not listed.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-enum-narrowed",
  facet: "enum",
  change: "widened",
  messages: { enum: "May be sent as well: {values}.", other: "No longer only these are sent: {from}." },
});
