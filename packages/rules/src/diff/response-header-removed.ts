import { defineDiffCheck, showHeaders } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-header-removed",
  summary: "A header that was always sent was removed.",
  why: "Consumers that read it find nothing.",
  fix: "Keep sending it until its sunset.",
  consumerFix: "Do without it: it is not promised any more.",
  about: { area: "header", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-header-added",
  messages: { removed: "The response header `{name}`, always sent before, was removed." },
  on: "headers",
  *run({ removed, at, reach, operation }, hit) {
    for (const header of removed.filter(({ required }) => required)) {
      const { name } = header;
      const witness = { trial: showHeaders(operation, reach, header), reason: `It lacks the header \`${name}\`.` };
      yield hit("removed", { name }, { base: header.at, head: at.head, below: ["headers", name], witness });
    }
  },
});
