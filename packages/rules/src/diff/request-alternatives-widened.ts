import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-alternatives-widened",
  summary: "One more alternative is accepted.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-alternatives-narrowed",
  facet: "alternatives",
  change: "widened",
  messages: { other: "`{keyword}` has one more alternative." },
});
