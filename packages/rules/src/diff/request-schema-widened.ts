import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-schema-widened",
  summary: "More values are accepted.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-schema-narrowed",
  facet: "schema",
  change: "widened",
  messages: {
    nothing: "Values are accepted, where the schema had none before: `{keyword}` refused each.",
    contradiction:
      "A value of type {types} is accepted, where the schema contradicted itself before: `{keyword}` refused each.",
    other: "More values are accepted.",
  },
});
