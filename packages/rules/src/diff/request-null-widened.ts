import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-null-widened",
  summary: "Null is accepted.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-null-narrowed",
  facet: "nullability",
  change: "widened",
  messages: { other: "`null` is accepted as well." },
});
