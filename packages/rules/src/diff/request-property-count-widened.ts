import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-property-count-widened",
  summary: "An object has room for more properties, or needs fewer.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-property-count-narrowed",
  facet: "property-count",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
