import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/media-type-undeclared",
  on: "remark",
  summary: "A consumer sends or expects a body in a media type that is not described.",
  why: "The provider refuses such a request with 415, and never sends such a response.",
  fix: "Use a media type that the operation declares, or declare this one.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.14; RFC 9110, section 15.5.16",
  messages: {
    request: "The request body of `{operation}` is in a media type that is not described. {reason}",
    response: "The response body of `{operation}` is in a media type that is not described. {reason}",
  },
  *run(target, hit) {
    const { side, part, reason } = target;
    if (part === "content-type") yield hit(side, { operation: operationOf(target), reason });
  },
});
