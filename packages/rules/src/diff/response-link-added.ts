import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-link-added",
  summary: "A link is new.",
  why: "Clients that follow links have one more way on.",
  fix: "Nothing to do.",
  about: { area: "link", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  direction: "response",
  mirror: "diff/response-link-removed",
  messages: { added: "The link `{name}` was added." },
  on: "links",
  *run({ gained, base, head }, hit) {
    for (const name of gained) yield hit("added", { name }, { base: base.at, head: head.at, below: ["links", name] });
  },
});
