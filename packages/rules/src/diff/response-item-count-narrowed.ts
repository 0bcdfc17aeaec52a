import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-item-count-narrowed",
  summary: "A list has room for fewer items, or always has more.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-item-count-widened",
  facet: "item-count",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
