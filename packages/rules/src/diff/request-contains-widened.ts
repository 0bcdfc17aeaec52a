import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-contains-widened",
  summary: "A list need no longer contain something.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-contains-narrowed",
  facet: "contains",
  change: "widened",
  messages: { other: "`{keyword}` asks for less." },
});
