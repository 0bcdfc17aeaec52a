import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-null-narrowed",
  summary: "Null is no longer sent.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-null-widened",
  facet: "nullability",
  change: "narrowed",
  messages: { other: "`null` is no longer sent." },
});
