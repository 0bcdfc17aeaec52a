import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/accept-unmet",
  on: "remark",
  summary: "A consumer accepts only media types that the response does not have.",
  why: "The provider answers 406, or in a media type that the consumer did not ask for.",
  fix: "Accept a media type that the response declares, or declare this one.",
  severity: "error",
  source: "RFC 9110, section 12.5.1",
  messages: {
    unmet: "The response of `{operation}` has no media type that the consumer accepts. {reason}",
  },
  *run(target, hit) {
    if (target.part === "accept") yield hit("unmet", { operation: operationOf(target), reason: target.reason });
  },
});
