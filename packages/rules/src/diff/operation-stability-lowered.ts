import { defineDiffCheck, stabilityRank } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-stability-lowered",
  summary: "The stability level of an operation is lowered.",
  why: "What consumers could rely on is promised no more.",
  fix: "Keep the level, or offer the unstable form as an operation of its own.",
  consumerFix: "Expect it to change without notice.",
  about: { area: "operation", aspect: "stability", action: "lowered" },
  impact: "major",
  severity: "error",
  audience: "docs",
  direction: "request",
  mirror: "diff/operation-stability-raised",
  messages: { lowered: "The stability level of this operation was lowered from {from} to {to}." },
  on: "operation",
  *run({ base, head }, hit) {
    const [from, to] = [base.lifecycle.stability, head.lifecycle.stability];
    if (stabilityRank(to) < stabilityRank(from))
      yield hit("lowered", { from, to }, { base: base.ref.at, head: head.ref.at, below: ["x-stability-level"] });
  },
});
