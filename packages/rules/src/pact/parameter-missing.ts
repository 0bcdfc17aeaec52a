import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/parameter-missing",
  on: "remark",
  summary: "A consumer leaves out a parameter that is required.",
  why: "The provider may refuse the request, or answer otherwise than the consumer expects.",
  fix: "Send the parameter, or make it optional.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.12",
  messages: {
    missing: "The request to `{operation}` lacks the required parameter `{parameter}`.",
  },
  *run(target, hit) {
    const { side, part, name, fault } = target;
    if (side === "request" && name !== "" && fault === "missing")
      yield hit("missing", { operation: operationOf(target), parameter: `${part}.${name}` });
  },
});
