import { defineDiffCheck, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-added",
  summary: "An operation is new.",
  why: "Consumers can do more; nobody has to.",
  fix: "Nothing to do.",
  about: { area: "operation", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/operation-removed",
  messages: { added: "`{operation}` is new." },
  on: "addedOperation",
  *run({ ref }, hit) {
    if (ref.kind === "path") yield hit("added", { operation: operationName(ref) }, { head: ref.at });
  },
});
