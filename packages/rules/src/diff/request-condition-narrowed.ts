import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-condition-narrowed",
  summary: "A condition asks for more.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-condition-widened",
  facet: "condition",
  change: "narrowed",
  messages: { other: "`if` asks for more." },
});
