import { defineDiffCheck, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-body-removed",
  summary: "An operation no longer takes a body.",
  why: "What consumers send is lost, or refused with 400 or 415.",
  fix: "Keep taking it until its sunset.",
  consumerFix: "Stop sending a body.",
  about: { area: "body", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-body-optional-added",
  messages: { removed: "The operation no longer takes a request body." },
  on: "body",
  *run({ base, head, operation }, hit) {
    if (!base || head || operation.inverted) return;
    const trial = showRequest(operation, "body", { body: {} });
    yield hit("removed", {}, { base: base.at, witness: { trial, reason: "Its body is not taken any more." } });
  },
});
