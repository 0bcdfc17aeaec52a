import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-extensible-enum-value-added",
  summary: "An extensible enum in a response has one more value.",
  why: "Consumers have been told to expect values they do not know; generated types may not list it.",
  fix: "Nothing to do.",
  consumerFix: "Be ready for values that you do not know.",
  about: { area: "schema", aspect: "extensible-enum-value", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "client",
  direction: "response",
  mirror: { none: "swapped, a value that consumers know need not come any more" },
  messages: { added: "{At} now also lists the value {value}." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const { extensibleValues: before } = annotations.base;
    if (!before) return;
    for (const value of annotations.head.extensibleValues ?? []) {
      if (!before.includes(value))
        yield hit("added", { value: String(value) }, { base, head, below: ["x-extensible-enum"] });
    }
  },
});
