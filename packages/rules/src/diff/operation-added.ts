import { defineDiffCheck, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-added",
  summary: "An operation is new.",
  why: "Existing calls keep working; consumers may use the new operation.",
  fix: "Nothing to do.",
  about: { area: "operation", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/operation-removed",
  messages: { added: "The operation `{operation}` was added." },
  on: "addedOperation",
  *run({ ref }, hit) {
    if (ref.kind === "path") yield hit("added", { operation: operationName(ref) }, { head: ref.at });
  },
});
