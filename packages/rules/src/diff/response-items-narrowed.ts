import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-items-narrowed",
  summary: "The items of a list are limited where they were not.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-items-widened",
  facet: "items",
  change: "narrowed",
  messages: { other: "Items match `{keyword}`." },
});
