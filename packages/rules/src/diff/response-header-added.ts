import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-header-added",
  summary: "A header is new.",
  why: "Consumers ignore headers they do not know.",
  fix: "Nothing to do.",
  about: { area: "header", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-optional-header-removed",
  messages: { added: "The response header `{name}` was added." },
  on: "headers",
  *run({ added }, hit) {
    for (const { name, at } of added) yield hit("added", { name }, { head: at });
  },
});
