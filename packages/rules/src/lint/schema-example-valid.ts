import { defineLintRule } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/schema-example-valid",
  theme: "schemas",
  summary: "Examples and defaults are values of the schemas they stand beside.",
  why: "Examples are copied into code and tests; one that the API would refuse teaches the wrong thing.",
  fix: "Correct the example, or the schema if the example is what the API takes.",
  exceptions: "Examples of a format that a schema cannot say, which are left alone anyway.",
  severity: "warn",
  preset: "strict",
  audience: "docs",
  source: "OpenAPI 3.1, sections 4.8.14 (media types) and 4.8.19 (examples); JSON Schema validation, section 9.5.",
  messages: { refused: "This example does not fit its schema: {reason}." },
  needs: "examples",
  *run({ faults }, hit) {
    for (const { message, at } of faults.examples) yield hit("refused", { reason: message }, at);
  },
});
