import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-length-narrowed",
  summary: "A string has less room.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-length-widened",
  facet: "length",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
