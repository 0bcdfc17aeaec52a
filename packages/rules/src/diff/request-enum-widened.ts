import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-enum-widened",
  summary: "More values are accepted.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-enum-narrowed",
  facet: "enum",
  change: "widened",
  messages: { enum: "Accepted as well: {values}.", other: "No longer only these are accepted: {from}." },
});
