import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-extensible-enum-value-removed",
  summary: "A value of an extensible enum is no longer known in requests.",
  why: "Consumers that send it are refused, or misunderstood.",
  fix: "Keep the value until its sunset.",
  consumerFix: "Send only the values that are left.",
  about: { area: "schema", aspect: "extensible-enum-value", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: { none: "swapped, a value is new, which consumers need not send" },
  messages: { removed: "{At} no longer lists the value {value}." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const { extensibleValues: after } = annotations.head;
    if (!after) return;
    for (const value of annotations.base.extensibleValues ?? []) {
      if (!after.includes(value))
        yield hit("removed", { value: String(value) }, { base, head, below: ["x-extensible-enum"] });
    }
  },
});
