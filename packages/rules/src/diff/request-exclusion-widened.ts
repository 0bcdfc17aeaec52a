import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-exclusion-widened",
  summary: "Some values are no longer ruled out.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-exclusion-narrowed",
  facet: "exclusion",
  change: "widened",
  messages: { other: "`not` rules out less." },
});
