import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-multiple-of-widened",
  summary: "A number need no longer be a multiple of something.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-multiple-of-narrowed",
  facet: "multiple-of",
  change: "widened",
  messages: { other: "`multipleOf` went from {from} to {to}." },
});
