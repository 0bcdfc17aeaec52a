import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-required-property-removed",
  summary: "A required property is no longer declared.",
  why: "Requests without it are accepted; requests with it still are, where the object takes any property.",
  fix: "Nothing to do.",
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-required-property-added",
  facet: "presence",
  change: "widened",
  messages: { other: "The property `{name}`, required until now, is gone." },
});
