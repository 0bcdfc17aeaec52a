import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-map-values-narrowed",
  summary: "The values of a map are limited where they were not.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-map-values-widened",
  facet: "map-values",
  change: "narrowed",
  messages: { other: "Values must match `{keyword}`." },
});
