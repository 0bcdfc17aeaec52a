import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-body-optional-added",
  summary: "An operation that took no body may take one.",
  why: "Existing requests stay valid; consumers may send more.",
  fix: "Nothing to do.",
  about: { area: "body", aspect: "optional", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-body-removed",
  messages: { added: "The operation now accepts a request body." },
  on: "body",
  *run({ base, head, operation }, hit) {
    if (!base && head && !head.required && !operation.inverted) yield hit("added", {}, { head: head.at });
  },
});
