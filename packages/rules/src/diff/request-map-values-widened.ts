import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-map-values-widened",
  summary: "The values of a map are no longer limited.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-map-values-narrowed",
  facet: "map-values",
  change: "widened",
  messages: { other: "Values need no longer match `{keyword}`." },
});
