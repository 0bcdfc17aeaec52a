import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-schema-narrowed",
  summary: "Some values are no longer sent.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-schema-widened",
  facet: "schema",
  change: "narrowed",
  messages: {
    nothing: "No value can be sent any longer: `{keyword}` refuses each.",
    contradiction: "No {types} can be sent any longer: the schema contradicts itself, and `{keyword}` refuses each.",
    other: "Some values are no longer sent.",
  },
});
