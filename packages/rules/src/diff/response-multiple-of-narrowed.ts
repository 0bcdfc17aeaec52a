import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-multiple-of-narrowed",
  summary: "A number is always a multiple of something.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-multiple-of-widened",
  facet: "multiple-of",
  change: "narrowed",
  messages: { other: "`multipleOf` went from {from} to {to}." },
});
