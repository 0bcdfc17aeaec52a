import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-dependencies-narrowed",
  summary: "A property asks for others that it did not ask for.",
  why: "Requests that were accepted are refused with 400 or 422.",
  fix: "Accept what was accepted before, or offer a new operation or version beside it.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-dependencies-widened",
  facet: "dependencies",
  change: "narrowed",
  messages: { other: "A property depends on others." },
});
