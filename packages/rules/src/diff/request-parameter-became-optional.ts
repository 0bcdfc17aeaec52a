import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-became-optional",
  summary: "A required parameter became optional.",
  why: "Consumers may leave it out from now on.",
  fix: "Nothing to do.",
  about: { area: "parameter", aspect: "obligation", action: "became-optional" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-parameter-became-required",
  messages: { optional: "The {in} parameter `{name}` is now optional." },
  on: "parameter",
  *run({ base, head }, hit) {
    if (base.required && !head.required)
      yield hit("optional", { in: head.in, name: head.name }, { base: base.at, head: head.at });
  },
});
