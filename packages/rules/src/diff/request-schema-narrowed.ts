import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-schema-narrowed",
  summary: "Some values are no longer accepted.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-schema-widened",
  facet: "schema",
  change: "narrowed",
  messages: {
    nothing: "No value is accepted any longer: `{keyword}` refuses each.",
    contradiction: "No {types} is accepted any longer: the schema contradicts itself, and `{keyword}` refuses each.",
    other: "Some values are no longer accepted.",
  },
});
