import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-type-widened",
  summary: "One more type of value may be sent.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-type-narrowed",
  facet: "type",
  change: "widened",
  messages: {
    changed: "The type changed from `{base}` to `{head}`.",
    type: "Values of type {types} may be sent as well.",
    other: "Text that did not read as the type before may be sent as well.",
  },
});
