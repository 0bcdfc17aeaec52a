import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/operation-sunset-changed",
  summary: "The sunset date of an operation came nearer, or is gone while it stays deprecated.",
  why: "Consumers planned their move by the date they were given.",
  fix: "Keep the date, or move it later.",
  about: { area: "operation", aspect: "sunset", action: "changed" },
  impact: "minor",
  severity: "warn",
  audience: "docs",
  direction: "request",
  mirror: { none: "swapped, the date moves later, which hurts nobody" },
  source: "RFC 8594",
  messages: {
    nearer: "The sunset of this operation moved forward from {from} to {to}.",
    removed: "The sunset date {from} was removed, while the operation stays deprecated.",
  },
  on: "operation",
  *run({ base, head }, hit) {
    const [before, after] = [base.lifecycle, head.lifecycle];
    if (before.sunset === undefined || !after.deprecated) return;
    const where = { base: base.ref.at, head: head.ref.at };
    if (after.sunset === undefined) yield hit("removed", { from: before.sunset }, where);
    else if (after.sunset < before.sunset) yield hit("nearer", { from: before.sunset, to: after.sunset }, where);
  },
});
