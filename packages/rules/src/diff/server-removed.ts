import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/server-removed",
  summary: "A server is gone.",
  why: "Consumers that call it get no answer.",
  fix: "Keep answering there, or redirect with 308. Where addresses are a matter of deployment, say `servers: deployment` in concordat.yaml.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/server-added",
  messages: { removed: "Nothing answers at `{url}` any more." },
  on: "servers",
  *run({ lost, base, head, operation }, hit) {
    for (const url of lost) {
      const message = { method: operation.base.ref.method, url: url + operation.base.ref.path, headers: {} };
      yield hit(
        "removed",
        { url: url || "/" },
        { base: base.at, head: head.at, witness: { message, reason: "No server of the description answers there." } },
      );
    }
  },
});
