import { defineDiffCheck, isSuccess, type OperationPair, showResponse } from "@concordat/engine/kit";

/** Whether head has successes, and base a range that describes them all: then consumers had to expect them. */
function isWithinRange({ base, head }: OperationPair): boolean {
  return (
    base.responses.some(({ status }) => status === "2XX") && head.responses.some(({ status }) => isSuccess(status))
  );
}

export default defineDiffCheck({
  id: "diff/response-success-status-removed",
  summary: "A status of success is no longer sent.",
  why: "Consumers wait for it, and take whatever comes instead for a failure.",
  fix: "Keep the status, or describe its range (`2XX`).",
  consumerFix: "Be ready for the statuses that are left.",
  about: { area: "status", aspect: "success", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-status-added",
  source: "RFC 9110, section 15.3",
  messages: { removed: "The success status {status} was removed, and no range covers it." },
  on: "responses",
  *run({ lost, gained, at, operation }, hit) {
    if (isWithinRange(operation)) return;
    const other = gained.find((each) => isSuccess(each.status))?.status;
    for (const { status, at: response } of lost.filter((each) => isSuccess(each.status))) {
      // That a status is gone no response shows; that another has come in its place, one does.
      const trial = other && showResponse(operation, "status", other);
      const witness = trial ? { trial, reason: `It is not ${status}.`, dispensable: true } : undefined;
      yield hit("removed", { status }, { base: response, head: at.head, below: ["responses", status], witness });
    }
  },
});
