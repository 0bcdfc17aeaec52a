import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-range-narrowed",
  summary: "A number has a narrower range.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-range-widened",
  facet: "range",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
