import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-items-narrowed",
  summary: "The items of a list are limited where they were not.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-items-widened",
  facet: "items",
  change: "narrowed",
  messages: { other: "Items must match `{keyword}`." },
});
