import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-removed",
  summary: "A parameter was removed.",
  why: "Requests that send it still work, as servers ignore parameters they do not know; but it has no effect any more, and generated clients lose it.",
  fix: "Keep it until its sunset, or answer with an error that names it.",
  consumerFix: "Stop sending it: it is ignored or refused.",
  about: { area: "parameter", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "request",
  mirror: "diff/request-parameter-optional-added",
  messages: { removed: "The {in} parameter `{name}` was removed." },
  on: "parameters",
  *run({ removed }, hit) {
    for (const { in: place, name, at } of removed) yield hit("removed", { in: place, name }, { base: at });
  },
});
