import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-deprecated",
  summary: "An operation is deprecated.",
  why: "Consumers should plan to leave it; it still works.",
  fix: "Say until when it works (`x-sunset`) and what to use instead.",
  consumerFix: "Plan to leave it.",
  about: { area: "operation", aspect: "lifecycle", action: "deprecated" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  direction: "request",
  mirror: "diff/operation-reactivated",
  source: "Semantic Versioning 2.0.0, item 7; RFC 9745",
  messages: {
    deprecated: "This operation is deprecated, without a sunset date.",
    dated: "This operation is deprecated until {sunset}.",
  },
  on: "operation",
  *run({ base, head }, hit) {
    const [before, after] = [base.lifecycle, head.lifecycle];
    if (before.deprecated || !after.deprecated) return;
    const where = { base: base.ref.at, head: head.ref.at, below: ["deprecated"] };
    yield after.sunset === undefined ? hit("deprecated", {}, where) : hit("dated", { sunset: after.sunset }, where);
  },
});
