import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-type-widened",
  summary: "One more type of value is accepted.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-type-narrowed",
  facet: "type",
  change: "widened",
  messages: {
    changed: "The type changed from `{base}` to `{head}`.",
    type: "Values of type {types} are accepted as well.",
    other: "Text that did not read as the type before is accepted as well.",
  },
});
