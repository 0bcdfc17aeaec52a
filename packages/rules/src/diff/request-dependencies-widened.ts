import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-dependencies-widened",
  summary: "A property no longer asks for others.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-dependencies-narrowed",
  facet: "dependencies",
  change: "widened",
  messages: { other: "A property no longer depends on others." },
});
