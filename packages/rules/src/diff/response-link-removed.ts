import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-link-removed",
  summary: "A link was removed.",
  why: "Clients that follow it by name find nothing.",
  fix: "Keep it as long as what it leads to.",
  consumerFix: "Do not follow it any more.",
  about: { area: "link", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "response",
  mirror: "diff/response-link-added",
  messages: { removed: "The link `{name}` was removed." },
  on: "links",
  *run({ lost, base, head }, hit) {
    for (const name of lost) yield hit("removed", { name }, { base: base.at, head: head.at, below: ["links", name] });
  },
});
