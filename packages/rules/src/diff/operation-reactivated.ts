import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-reactivated",
  summary: "An operation is no longer deprecated.",
  why: "Consumers that were about to leave it may stay.",
  fix: "Tell the consumers who were asked to move away.",
  about: { area: "operation", aspect: "lifecycle", action: "reactivated" },
  impact: "patch",
  severity: "info",
  audience: "docs",
  direction: "request",
  mirror: "diff/operation-deprecated",
  messages: { reactivated: "This operation is no longer deprecated." },
  on: "operation",
  *run({ base, head }, hit) {
    if (!base.lifecycle.deprecated || head.lifecycle.deprecated) return;
    yield hit("reactivated", {}, { base: base.ref.at, head: head.ref.at, below: ["deprecated"] });
  },
});
