import { definePactRule } from "@concordat/engine/kit";
import { operationOf, placeIn } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/request-body-refused",
  on: "remark",
  summary: "A consumer sends a body that the description does not allow.",
  why: "The provider refuses the request.",
  fix: "Send a body that the schema accepts, or change the schema.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.13",
  messages: {
    refused: "The example body of the request to `{operation}` is refused at `{place}`. {reason}",
    missing: "The request to `{operation}` has no body, and one is required.",
  },
  *run(target, hit) {
    const { side, part, at, fault, reason } = target;
    if (side !== "request" || part !== "body") return;
    if (fault === "missing") yield hit("missing", { operation: operationOf(target) });
    else yield hit("refused", { operation: operationOf(target), place: placeIn(at), reason });
  },
});
