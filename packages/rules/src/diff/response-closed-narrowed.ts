import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-closed-narrowed",
  summary: "A property is never sent that could be.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-closed-widened",
  facet: "closed",
  change: "narrowed",
  messages: {
    other: "The property `{name}` is never sent.",
    unnamed: "Properties that are not declared are never sent.",
  },
});
