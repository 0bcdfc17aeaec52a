import { defineSchemaCheck } from "@concordat/engine/kit";

export default defineSchemaCheck({
  id: "diff/response-dependencies-narrowed",
  summary: "A property comes with others that it did not come with.",
  why: "Consumers are promised more than before; none is hurt.",
  fix: "Nothing to do.",
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-dependencies-widened",
  facet: "dependencies",
  change: "narrowed",
  messages: { other: "A property depends on others." },
});
