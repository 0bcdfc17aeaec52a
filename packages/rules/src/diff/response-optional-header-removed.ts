import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-optional-header-removed",
  summary: "A header that may be sent was removed.",
  why: "Consumers had to do without it before; but generated clients lose it.",
  fix: "Keep sending it until its sunset.",
  consumerFix: "Do without it: it is not promised any more.",
  about: { area: "header", aspect: "optional", action: "removed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "response",
  mirror: "diff/response-header-added",
  messages: { removed: "The optional response header `{name}` was removed." },
  on: "headers",
  *run({ removed, at }, hit) {
    for (const { name, at: header } of removed.filter(({ required }) => !required))
      yield hit("removed", { name }, { base: header, head: at.head, below: ["headers", name] });
  },
});
