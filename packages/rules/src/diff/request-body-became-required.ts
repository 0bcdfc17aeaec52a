import { defineDiffCheck, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-body-became-required",
  summary: "The body of a request became required.",
  why: "Requests without one worked, and are refused with 400.",
  fix: "Leave it optional.",
  consumerFix: "Always send a body.",
  about: { area: "body", aspect: "obligation", action: "became-required" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-body-became-optional",
  messages: { required: "The request body is now required." },
  on: "body",
  *run({ base, head, operation }, hit) {
    if (!base || !head || operation.inverted || base.required || !head.required) return;
    const witness = { trial: showRequest(operation, "body"), reason: "It has no body." };
    yield hit("required", {}, { base: base.at, head: head.at, below: ["required"], witness });
  },
});
