import { defaultText, defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-default-changed",
  summary: "The default of a value in a request changed.",
  why: "Requests that leave it out are still accepted, but do something else.",
  fix: "Keep the default, or let consumers ask for the new behaviour.",
  about: { area: "schema", aspect: "default", action: "changed" },
  impact: "minor",
  severity: "warn",
  audience: "docs",
  direction: "request",
  mirror: "diff/request-default-changed",
  messages: { changed: "The default of {at} changed from {from} to {to}." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const [from, to] = [defaultText(annotations.base), defaultText(annotations.head)];
    if (from !== to) yield hit("changed", { from, to }, { base, head, below: ["default"] });
  },
});
