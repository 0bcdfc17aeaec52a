import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-pattern-narrowed",
  summary: "A string matches a narrower pattern.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-pattern-widened",
  facet: "pattern",
  change: "narrowed",
  messages: { other: "`pattern` went from {from} to {to}." },
});
