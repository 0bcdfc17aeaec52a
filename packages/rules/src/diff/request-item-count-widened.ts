import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-item-count-widened",
  summary: "A list has room for more items, or needs fewer.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-item-count-narrowed",
  facet: "item-count",
  change: "widened",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
