import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-id-changed",
  summary: "An operation has another `operationId`, or none.",
  why: "Generated clients name their functions by it; code that calls them stops compiling. Requests stay the same.",
  fix: "Keep the old `operationId`, or say so in the release notes of generated clients.",
  consumerFix: "Rename it where you use generated code.",
  about: { area: "operation", aspect: "id", action: "changed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "request",
  mirror: { none: "swapped, a changed id is a changed id, and one that is gone is one that is new" },
  messages: {
    changed: "The `operationId` changed from `{from}` to `{to}`.",
    removed: "The `operationId` `{from}` was removed.",
  },
  on: "operation",
  *run({ base, head }, hit) {
    const [from, to] = [base.ref.operationId, head.ref.operationId];
    if (from === undefined || from === to) return;
    const where = { base: base.ref.at, head: head.ref.at, below: ["operationId"] };
    yield to === undefined ? hit("removed", { from }, where) : hit("changed", { from, to }, where);
  },
});
