import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-closed-widened",
  summary: "A property is taken that was refused.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-closed-narrowed",
  facet: "closed",
  change: "widened",
  messages: { other: "The property `{name}` is taken.", unnamed: "Properties that are not declared are taken." },
});
