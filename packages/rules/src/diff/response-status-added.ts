import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-status-added",
  summary: "A status is new.",
  why: "Consumers must expect statuses they do not know, and treat them by their class.",
  fix: "Nothing to do.",
  about: { area: "status", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-error-status-removed",
  source: "RFC 9110, section 15",
  messages: { added: "The status {status} was added." },
  on: "responses",
  *run({ gained }, hit) {
    for (const { status, at } of gained) yield hit("added", { status }, { head: at });
  },
});
