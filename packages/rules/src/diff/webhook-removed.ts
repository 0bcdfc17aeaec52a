import { defineDiffCheck, lifecycleData, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/webhook-removed",
  summary: "A webhook, or an operation of a callback, was removed.",
  why: "Subscribers wait for events that never come.",
  fix: "Keep sending it until its sunset.",
  consumerFix: "Do not wait for it any more.",
  about: { area: "webhook", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  endsAtSunset: true,
  mirror: "diff/webhook-added",
  messages: { removed: "The webhook `{operation}` was removed." },
  on: "removedOperation",
  *run({ ref, lifecycle }, hit) {
    if (ref.kind === "path") return;
    const witness = { trial: { kind: "unsent", ref }, reason: "It is never sent." } as const;
    yield hit("removed", { operation: operationName(ref), ...lifecycleData(lifecycle) }, { base: ref.at, witness });
  },
});
