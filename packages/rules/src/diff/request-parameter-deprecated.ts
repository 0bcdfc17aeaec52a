import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-deprecated",
  summary: "A parameter is deprecated.",
  why: "Consumers should plan to do without it; it still works.",
  fix: "Say what to use instead.",
  consumerFix: "Plan to leave it.",
  about: { area: "parameter", aspect: "lifecycle", action: "deprecated" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  direction: "request",
  mirror: "diff/request-parameter-reactivated",
  messages: { deprecated: "The {in} parameter `{name}` is now deprecated." },
  on: "parameter",
  *run({ base, head }, hit) {
    if (!base.deprecated && head.deprecated)
      yield hit(
        "deprecated",
        { in: head.in, name: head.name },
        { base: base.at, head: head.at, below: ["deprecated"] },
      );
  },
});
