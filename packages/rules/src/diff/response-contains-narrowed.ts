import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-contains-narrowed",
  summary: "A list always contains something.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-contains-widened",
  facet: "contains",
  change: "narrowed",
  messages: { other: "`{keyword}` promises more." },
});
