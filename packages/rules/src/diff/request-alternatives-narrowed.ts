import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-alternatives-narrowed",
  summary: "An alternative is no longer accepted.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-alternatives-widened",
  facet: "alternatives",
  change: "narrowed",
  messages: { other: "`{keyword}` no longer has an alternative for some values." },
});
