import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/parameter-refused",
  on: "remark",
  summary: "A consumer sends a parameter with a value that the description does not allow.",
  why: "The provider may refuse the request.",
  fix: "Send a value that the schema of the parameter accepts, in its style, or widen the schema.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.12",
  messages: {
    refused: "The value of `{parameter}` in the request to `{operation}` is not one that is described. {reason}",
  },
  *run(target, hit) {
    const { side, part, name, fault, reason } = target;
    if (side === "request" && name !== "" && fault === "refused")
      yield hit("refused", { operation: operationOf(target), parameter: `${part}.${name}`, reason });
  },
});
