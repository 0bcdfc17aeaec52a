import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-exclusion-narrowed",
  summary: "Some values are ruled out.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-exclusion-widened",
  facet: "exclusion",
  change: "narrowed",
  messages: { other: "`not` rules out values that were accepted." },
});
