import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-body-became-optional",
  summary: "The body of a request became optional.",
  why: "Consumers may leave it out from now on.",
  fix: "Nothing to do.",
  about: { area: "body", aspect: "obligation", action: "became-optional" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-body-became-required",
  messages: { optional: "The request body is now optional." },
  on: "body",
  *run({ base, head, operation }, hit) {
    if (!base || !head || operation.inverted || !base.required || head.required) return;

    yield hit("optional", {}, { base: base.at, head: head.at, below: ["required"] });
  },
});
