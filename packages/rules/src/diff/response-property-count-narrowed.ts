import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-property-count-narrowed",
  summary: "An object has room for fewer properties, or always has more.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-property-count-widened",
  facet: "property-count",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
