import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-property-became-required",
  summary: "An optional property became required.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Leave it optional, with the old behaviour as its default.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-property-became-optional",
  facet: "required",
  change: "narrowed",
  messages: { other: "The property `{name}` became required." },
});
