import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-enum-narrowed",
  summary: "Some values are no longer sent.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-enum-widened",
  facet: "enum",
  change: "narrowed",
  messages: { enum: "No longer sent: {values}.", other: "Only these are sent: {to}." },
});
