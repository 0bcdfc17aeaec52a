import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-property-became-optional",
  summary: "A property that was always sent may be missing.",
  why: "Consumers that read it may find nothing.",
  fix: "Keep sending it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-property-became-required",
  facet: "required",
  change: "widened",
  messages: { other: "The property `{name}` is no longer always sent." },
});
