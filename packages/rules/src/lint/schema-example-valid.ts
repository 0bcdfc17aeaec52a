import { defineLintRule } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/schema-example-valid",
  theme: "schemas",
  summary: "Examples and defaults match their schemas.",
  why: "Developers copy examples into code and tests. One that the API would refuse teaches the wrong thing.",
  fix: "Correct the example, or the schema if the API accepts the example.",
  exceptions: "Examples of a format that a schema cannot express. The rule skips them.",
  severity: "warn",
  preset: "strict",
  audience: "docs",
  source: "OpenAPI 3.1, sections 4.8.14 (media types) and 4.8.19 (examples); JSON Schema validation, section 9.5.",
  messages: { refused: "{At} does not match its schema: {reason}." },
  needs: "examples",
  *run({ faults }, hit) {
    for (const { message, at } of faults.examples) yield hit("refused", { reason: message }, at);
  },
});
