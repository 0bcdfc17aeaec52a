import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/server-added",
  summary: "A server is new.",
  why: "Consumers have one more address to call.",
  fix: "Nothing to do.",
  about: { area: "server", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/server-removed",
  messages: { added: "The server `{url}` was added." },
  on: "servers",
  *run({ gained, base, head }, hit) {
    for (const url of gained) yield hit("added", { url: url || "/" }, { base: base.at, head: head.at });
  },
});
