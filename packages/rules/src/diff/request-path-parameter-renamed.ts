import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-path-parameter-renamed",
  summary: "A path parameter has another name.",
  why: "URLs stay the same; generated clients name their arguments by it.",
  fix: "Keep the name where clients are generated.",
  consumerFix: "Rename it where you use generated code.",
  about: { area: "parameter", aspect: "path", action: "renamed" },
  impact: "major",
  severity: "info",
  audience: "client",
  direction: "request",
  mirror: "diff/request-path-parameter-renamed",
  messages: { renamed: "The path parameter `{from}` was renamed to `{to}`." },
  on: "parameter",
  *run({ base, head }, hit) {
    if (base.in === "path" && base.name !== head.name)
      yield hit("renamed", { from: base.name, to: head.name }, { base: base.at, head: head.at });
  },
});
