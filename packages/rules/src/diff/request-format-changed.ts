import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-format-changed",
  summary: "The format of a value in a request changed.",
  why: "`format` is an annotation and refuses no value; but generated clients choose their types by it.",
  fix: "Keep the format, or say by `pattern` or bounds what is meant.",
  consumerFix: "Send it in the new format.",
  about: { area: "schema", aspect: "format", action: "changed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "request",
  mirror: "diff/request-format-changed",
  source: "JSON Schema 2020-12 Validation, section 7",
  messages: { changed: "The format of {at} changed from {from} to {to}." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const [from, to] = [annotations.base.format ?? null, annotations.head.format ?? null];
    if (from !== to) yield hit("changed", { from, to }, { base, head, below: ["format"] });
  },
});
