import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-unique-items-narrowed",
  summary: "The items of a list always differ.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-unique-items-widened",
  facet: "unique-items",
  change: "narrowed",
  messages: { other: "Equal items are no longer sent." },
});
