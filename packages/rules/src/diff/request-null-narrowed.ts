import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-null-narrowed",
  summary: "Null is no longer accepted.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-null-widened",
  facet: "nullability",
  change: "narrowed",
  messages: { other: "`null` is no longer accepted." },
});
