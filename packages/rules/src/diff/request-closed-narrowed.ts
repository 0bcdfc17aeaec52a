import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-closed-narrowed",
  summary: "A property is refused that was taken.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-closed-widened",
  facet: "closed",
  change: "narrowed",
  messages: { other: "The property `{name}` is refused.", unnamed: "Properties that are not declared are refused." },
});
