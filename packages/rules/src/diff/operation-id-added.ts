import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-id-added",
  summary: "An operation has an `operationId` that had none.",
  why: "Generators that made up a name now use this one.",
  fix: "Nothing to do, unless clients are generated from this description.",
  about: { area: "operation", aspect: "id", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "client",
  direction: "request",
  mirror: "diff/operation-id-changed",
  messages: { added: "The `operationId` `{to}` was added." },
  on: "operation",
  *run({ base, head }, hit) {
    const to = head.ref.operationId;
    if (to !== undefined && base.ref.operationId === undefined)
      yield hit("added", { to }, { base: base.ref.at, head: head.ref.at, below: ["operationId"] });
  },
});
