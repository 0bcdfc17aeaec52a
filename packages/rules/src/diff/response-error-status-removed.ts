import { defineDiffCheck, isSuccess } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-error-status-removed",
  summary: "An error status is no longer described.",
  why: "Consumers that handle it need not any more; none is hurt.",
  fix: "Nothing to do, if it cannot occur any more; else describe it.",
  about: { area: "status", aspect: "error", action: "removed" },
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-status-added",
  messages: { removed: "The error status {status} was removed." },
  on: "responses",
  *run({ lost, at }, hit) {
    for (const { status, at: response } of lost.filter((each) => !isSuccess(each.status))) {
      yield hit("removed", { status }, { base: response, head: at.head, below: ["responses", status] });
    }
  },
});
