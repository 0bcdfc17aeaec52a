import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-alternatives-narrowed",
  summary: "An alternative is no longer sent.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-alternatives-widened",
  facet: "alternatives",
  change: "narrowed",
  messages: { other: "`{keyword}` no longer has an alternative for some values." },
});
