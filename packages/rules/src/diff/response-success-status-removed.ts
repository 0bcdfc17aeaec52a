import { defineDiffCheck, isSuccess } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-success-status-removed",
  summary: "A status of success is no longer sent.",
  why: "Consumers wait for it, and take whatever comes instead for a failure.",
  fix: "Keep the status, or describe its range (`2XX`).",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-status-added",
  source: "RFC 9110, section 15.3",
  messages: { removed: "Status {status} is no longer described, nor covered by a range." },
  on: "responses",
  *run({ lost, gained, at, operation }, hit) {
    for (const { status, at: response } of lost.filter((each) => isSuccess(each.status))) {
      const other =
        gained.find((each) => isSuccess(each.status))?.status ?? operation.head.responses[0]?.status ?? "another";
      const witness = { message: { status: other, headers: {} }, reason: `It is not ${status}.` };
      yield hit("removed", { status }, { base: response, head: at.head, below: ["responses", status], witness });
    }
  },
});
