import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-items-widened",
  summary: "The items of a list are no longer limited.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-items-narrowed",
  facet: "items",
  change: "widened",
  messages: { other: "Items need no longer match `{keyword}`." },
});
