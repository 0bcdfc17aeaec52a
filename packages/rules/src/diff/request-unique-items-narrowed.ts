import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-unique-items-narrowed",
  summary: "The items of a list must differ.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-unique-items-widened",
  facet: "unique-items",
  change: "narrowed",
  messages: { other: "Equal items are no longer accepted." },
});
