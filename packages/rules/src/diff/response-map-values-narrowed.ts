import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-map-values-narrowed",
  summary: "The values of a map are limited where they were not.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-map-values-widened",
  facet: "map-values",
  change: "narrowed",
  messages: { other: "Values match `{keyword}`." },
});
