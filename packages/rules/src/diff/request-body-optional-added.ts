import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-body-optional-added",
  summary: "An operation that took no body may take one.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  about: { area: "body", aspect: "optional", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-body-removed",
  messages: { added: "A body may be sent, where none was taken before." },
  on: "body",
  *run({ base, head, operation }, hit) {
    if (!base && head && !head.required && !operation.inverted) yield hit("added", {}, { head: head.at });
  },
});
