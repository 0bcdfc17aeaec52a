import { defineDiffCheck, lifecycleData, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-removed",
  summary: "An operation was removed.",
  why: "Every consumer that calls it gets 404 or 405.",
  fix: "Keep it, deprecate it with a sunset date, and remove it when the notice period is over.",
  consumerFix: "Stop calling it: it answers with an error.",
  about: { area: "operation", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  endsAtSunset: true,
  mirror: "diff/operation-added",
  source: "RFC 9110, sections 15.5.5 and 15.5.6; RFC 8594",
  messages: { removed: "The operation `{operation}` was removed." },
  on: "removedOperation",
  *run({ ref, lifecycle }, hit) {
    if (ref.kind !== "path") return;
    const data = { operation: operationName(ref), ...lifecycleData(lifecycle) };
    yield hit("removed", data, {
      base: ref.at,
      witness: { trial: { kind: "lost", ref }, reason: "No operation answers it any more." },
    });
  },
});
