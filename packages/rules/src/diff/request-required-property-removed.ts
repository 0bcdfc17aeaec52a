import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/request-required-property-removed",
  summary: "A required property is no longer declared.",
  why: "Requests still work with it where the object takes any property, and without it; but it has no effect any more, and generated clients lose it.",
  fix: "Keep it, as an optional one, until its sunset.",
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "request",
  mirror: "diff/request-required-property-added",
  facet: "presence",
  change: "widened",
  messages: { other: "The property `{name}`, required until now, is gone." },
});
