import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-condition-widened",
  summary: "A condition asks for less.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-condition-narrowed",
  facet: "condition",
  change: "widened",
  messages: { other: "`if` asks for less." },
});
