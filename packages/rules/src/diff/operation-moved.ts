import { defineDiffCheck, lifecycleData, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-moved",
  summary: "An operation answers at another path or to another method.",
  why: "Consumers still call the old one and get 404 or 405.",
  fix: "Answer at both until consumers have moved, or redirect with 308.",
  consumerFix: "Call the new one.",
  about: { area: "operation", aspect: "address", action: "moved" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  endsAtSunset: true,
  mirror: "diff/operation-moved",
  source: "RFC 9110, section 15.4.9",
  messages: { moved: "The operation `{from}` moved to `{to}`." },
  on: "movedOperation",
  *run({ base, head }, hit) {
    const data = { from: operationName(base.ref), to: operationName(head.ref), ...lifecycleData(base.lifecycle) };
    const witness = { trial: { kind: "lost", ref: base.ref }, reason: "No operation answers it any more." } as const;
    yield hit("moved", data, { base: base.ref.at, head: head.ref.at, operations: [base.reach], witness });
  },
});
