import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/callback-added",
  summary: "A callback is new.",
  why: "Only those who name a URL are called.",
  fix: "Nothing to do.",
  about: { area: "callback", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/callback-removed",
  messages: { added: "The callback `{callback}` was added." },
  on: "callbacks",
  *run({ added, at }, hit) {
    for (const { name } of added) yield hit("added", { callback: name }, { head: at.head, below: ["callbacks", name] });
  },
});
