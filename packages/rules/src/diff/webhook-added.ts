import { defineDiffCheck, operationName } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/webhook-added",
  summary: "A webhook or a call of a callback is new.",
  why: "Only those who subscribe receive it.",
  fix: "Nothing to do.",
  about: { area: "webhook", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/webhook-removed",
  messages: { added: "The webhook `{operation}` was added." },
  on: "addedOperation",
  *run({ ref }, hit) {
    if (ref.kind !== "path") yield hit("added", { operation: operationName(ref) }, { head: ref.at });
  },
});
