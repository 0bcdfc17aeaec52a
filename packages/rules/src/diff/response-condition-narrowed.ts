import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-condition-narrowed",
  summary: "A condition promises more.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-condition-widened",
  facet: "condition",
  change: "narrowed",
  messages: { other: "`if` promises more." },
});
