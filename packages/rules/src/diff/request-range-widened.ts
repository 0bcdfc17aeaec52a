import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-range-widened",
  summary: "A number has a wider range.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-range-narrowed",
  facet: "range",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
