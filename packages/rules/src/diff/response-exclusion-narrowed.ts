import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-exclusion-narrowed",
  summary: "Some values are ruled out.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-exclusion-widened",
  facet: "exclusion",
  change: "narrowed",
  messages: { other: "`not` rules out values that could be sent." },
});
