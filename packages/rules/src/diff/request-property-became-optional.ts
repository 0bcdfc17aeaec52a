import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-property-became-optional",
  summary: "A required property became optional.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-property-became-required",
  facet: "required",
  change: "widened",
  messages: { other: "The property `{name}` became optional." },
});
