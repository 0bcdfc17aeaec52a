import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-item-count-narrowed",
  summary: "A list has room for fewer items, or needs more.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-item-count-widened",
  facet: "item-count",
  change: "narrowed",
  messages: { other: "`{keyword}` went from {from} to {to}." },
});
