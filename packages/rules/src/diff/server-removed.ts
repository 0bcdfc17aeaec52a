import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/server-removed",
  summary: "A server was removed.",
  why: "Consumers that call it get no answer.",
  fix: "Keep answering there, or redirect with 308. Where addresses are a matter of deployment, say `servers: deployment` in concordat.yaml.",
  consumerFix: "Call one of the servers that are left.",
  about: { area: "server", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/server-added",
  messages: { removed: "The server `{url}` was removed." },
  on: "servers",
  *run({ lost, base, head, operation }, hit) {
    for (const url of lost) {
      const trial = { kind: "lost", ref: operation.base.ref, server: url } as const;
      const witness = { trial, reason: "No server of the description answers there." };
      yield hit("removed", { url: url || "/" }, { base: base.at, head: head.at, witness });
    }
  },
});
