import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-pattern-widened",
  summary: "A string may match another pattern.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-pattern-narrowed",
  facet: "pattern",
  change: "widened",
  messages: { other: "`pattern` went from {from} to {to}." },
});
