import { defineDiffCheck, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-body-required-added",
  summary: "An operation that took no body requires one.",
  why: "Requests that worked send none, and are refused with 400.",
  fix: "Make the body optional.",
  consumerFix: "Always send a body.",
  about: { area: "body", aspect: "required", action: "added" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-body-removed",
  messages: { added: "The operation now requires a request body; it took none before." },
  on: "body",
  *run({ base, head, operation }, hit) {
    if (base || !head?.required || operation.inverted) return;
    const witness = { trial: showRequest(operation, "body"), reason: "It has no body." };
    yield hit("added", {}, { head: head.at, witness });
  },
});
