import { defaultText, defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-default-changed",
  summary: "The default of a value in a response changed.",
  why: "Consumers that fill in the default read something else.",
  fix: "Send the value itself.",
  about: { area: "schema", aspect: "default", action: "changed" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  direction: "response",
  mirror: "diff/response-default-changed",
  messages: { changed: "The default of {at} changed from {from} to {to}." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const [from, to] = [defaultText(annotations.base), defaultText(annotations.head)];
    if (from !== to) yield hit("changed", { from, to }, { base, head, below: ["default"] });
  },
});
