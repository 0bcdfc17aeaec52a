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
  messages: { other: "More values are accepted." },
});
