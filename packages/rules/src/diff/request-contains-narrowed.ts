import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-contains-narrowed",
  summary: "A list must contain something else.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-contains-widened",
  facet: "contains",
  change: "narrowed",
  messages: { other: "`{keyword}` asks for more." },
});
