import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-type-narrowed",
  summary: "A type of value is no longer sent.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-type-widened",
  facet: "type",
  change: "narrowed",
  messages: {
    changed: "The type changed from `{base}` to `{head}`.",
    type: "Values of type {types} are no longer sent.",
    other: "Only text that reads as the new type is sent.",
  },
});
