import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-length-widened",
  summary: "A string has more room.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-length-narrowed",
  facet: "length",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
