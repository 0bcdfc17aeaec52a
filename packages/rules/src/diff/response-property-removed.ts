import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-property-removed",
  summary: "A property that was always sent is gone.",
  why: "Consumers that read it find nothing.",
  fix: "Keep sending it until its sunset.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-required-property-added",
  facet: "presence",
  change: "widened",
  messages: { other: "The property `{name}`, always sent until now, is gone." },
});
