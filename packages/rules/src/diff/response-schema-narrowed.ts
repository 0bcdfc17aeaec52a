import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-schema-narrowed",
  summary: "Some values are no longer sent.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-schema-widened",
  facet: "schema",
  change: "narrowed",
  messages: { other: "Some values are no longer sent." },
});
