import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/schema-deprecated",
  summary: "A property or a schema is deprecated.",
  why: "Consumers should plan to do without it; it still works.",
  fix: "Say what to use instead.",
  consumerFix: "Plan to leave it.",
  about: { area: "schema", aspect: "lifecycle", action: "deprecated" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  mirror: "diff/schema-reactivated",
  messages: { deprecated: "{At} is now deprecated." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    if (!annotations.base.deprecated && annotations.head.deprecated)
      yield hit("deprecated", {}, { base, head, below: ["deprecated"] });
  },
});
