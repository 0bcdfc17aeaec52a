import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-unique-items-widened",
  summary: "The items of a list may be equal.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-unique-items-narrowed",
  facet: "unique-items",
  change: "widened",
  messages: { other: "Equal items are accepted." },
});
