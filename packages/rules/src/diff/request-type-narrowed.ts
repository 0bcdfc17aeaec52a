import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-type-narrowed",
  summary: "A type of value is no longer accepted.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-type-widened",
  facet: "type",
  change: "narrowed",
  messages: {
    changed: "The type changed from `{base}` to `{head}`.",
    type: "Values of type {types} are no longer accepted.",
    other: "Only text that reads as the new type is accepted.",
  },
});
