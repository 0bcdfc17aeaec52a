import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-property-became-required",
  summary: "A property is always sent that could be missing.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-property-became-optional",
  facet: "required",
  change: "narrowed",
  messages: { other: "The property `{name}` is always sent." },
});
