import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-extensible-enum-widened",
  summary: "An enum that the contract says may grow has grown.",
  why: "Consumers have been told to expect values they do not know; generated types may not list it.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "client",
  direction: "response",
  mirror: "diff/response-enum-narrowed",
  facet: "extensible-enum",
  change: "widened",
  messages: { other: "May be sent as well: {values}." },
});
