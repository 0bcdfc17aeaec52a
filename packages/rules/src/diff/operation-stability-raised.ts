import { defineDiffCheck, stabilityRank } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-stability-raised",
  summary: "The stability level of an operation is raised.",
  why: "Consumers may rely on it from now on.",
  fix: "Nothing to do.",
  about: { area: "operation", aspect: "stability", action: "raised" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  direction: "request",
  mirror: "diff/operation-stability-lowered",
  messages: { raised: "The stability level of this operation was raised from {from} to {to}." },
  on: "operation",
  *run({ base, head }, hit) {
    const [from, to] = [base.lifecycle.stability, head.lifecycle.stability];
    if (stabilityRank(to) > stabilityRank(from))
      yield hit("raised", { from, to }, { base: base.ref.at, head: head.ref.at, below: ["x-stability-level"] });
  },
});
