import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-schema-widened",
  summary: "More values may be sent.",
  why: "Consumers get values that they have not been told of, and may not be able to read.",
  fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-schema-narrowed",
  facet: "schema",
  change: "widened",
  messages: {
    nothing: "Values may be sent, where the schema had none before: `{keyword}` refused each.",
    contradiction:
      "A value of type {types} may be sent, where the schema contradicted itself before: `{keyword}` refused each.",
    other: "More values may be sent.",
  },
});
