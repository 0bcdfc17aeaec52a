import { defineDiffCheck, showHeaders } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-header-became-optional",
  summary: "A response header became optional.",
  why: "Consumers that read it may find nothing.",
  fix: "Keep sending it always.",
  consumerFix: "Be ready for answers without it.",
  about: { area: "header", aspect: "obligation", action: "became-optional" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-header-became-required",
  messages: { optional: "The response header `{name}` may now be missing." },
  on: "header",
  *run({ base, head, reach, operation }, hit) {
    if (!base.required || head.required) return;
    const witness = {
      trial: showHeaders(operation, reach, base),
      reason: `It lacks the header \`${head.name}\`.`,
    };
    yield hit("optional", { name: head.name }, { base: base.at, head: head.at, below: ["required"], witness });
  },
});
