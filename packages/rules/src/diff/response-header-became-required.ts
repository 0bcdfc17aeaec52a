import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-header-became-required",
  summary: "A response header became required.",
  why: "Consumers may rely on it from now on.",
  fix: "Nothing to do.",
  about: { area: "header", aspect: "obligation", action: "became-required" },
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-header-became-optional",
  messages: { required: "The response header `{name}` is now always sent." },
  on: "header",
  *run({ base, head }, hit) {
    if (!base.required && head.required)
      yield hit("required", { name: head.name }, { base: base.at, head: head.at, below: ["required"] });
  },
});
